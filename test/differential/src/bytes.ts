const NAMED = new Map([
  ['\r', '\\r'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\\', '\\\\'],
  ['"', '\\"'],
]);

/** Bytes, one character each, as one writes them between double quotes: `+OK\r\n`, `\x00`. */
export function escapeBytes(bytes: string): string {
  return bytes.replace(/[^ -~]|[\\"]/g, (byte) => NAMED.get(byte) ?? `\\x${hex(byte, 2)}`);
}

/** The offset of the first byte in which two strings differ, or −1 if they are the same. */
export function firstDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return i;
  return a.length === b.length ? -1 : shorter;
}

/** A value as JSON of two-space indentation in ASCII, so that every byte of a string can be read. */
export function toAsciiJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[\x7f-\uffff]/g, (char) => `\\u${hex(char, 4)}`);
}

function hex(char: string, digits: number): string {
  return char.charCodeAt(0).toString(16).padStart(digits, '0');
}
