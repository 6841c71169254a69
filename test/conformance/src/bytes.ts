const NAMED = new Map([
  ['\r', '\\r'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\\', '\\\\'],
  ['"', '\\"'],
]);

/** Bytes, one character each, as one writes them between double quotes: `+OK\r\n`, `\x00`. */
export function escapeBytes(bytes: string): string {
  return bytes.replace(/[^ -~]|[\\"]/g, (byte) => NAMED.get(byte) ?? `\\x${hex(byte)}`);
}

/** Escaped and cut in the middle, if there is much of it, with a word on how much was left out. */
export function excerpt(bytes: string, most = 400): string {
  if (bytes.length <= most) return `"${escapeBytes(bytes)}"`;
  const half = Math.floor(most / 2);
  const left = bytes.length - 2 * half;
  return `"${escapeBytes(bytes.slice(0, half))}" … ${left} more bytes … "${escapeBytes(bytes.slice(-half))}"`;
}

/** The offset of the first byte in which two strings differ, or −1 if they are the same. */
export function firstDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return i;
  return a.length === b.length ? -1 : shorter;
}

/** The bytes of a text in UTF-8, one character each. */
export function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function hex(byte: string): string {
  return byte.charCodeAt(0).toString(16).padStart(2, '0');
}
