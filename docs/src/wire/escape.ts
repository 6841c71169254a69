const NAMED = new Map([
  ['\r', '\\r'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\\', '\\\\'],
]);

/** Bytes, one character each, as one writes them in a program: `+OK\r\n`, `\x00`. */
export function escapeBytes(bytes: string): string {
  return bytes.replace(/[^ -~]|\\/g, (byte) => NAMED.get(byte) ?? `\\x${hex(byte)}`);
}

/** Bytes as `redis-cli` quotes them. Source: `sdscatrepr` in Redis's sds.c. */
export function quoteBytes(bytes: string): string {
  const escaped = bytes.replace(/[^ -~]|[\\"]/g, (byte) => QUOTED.get(byte) ?? `\\x${hex(byte)}`);
  return `"${escaped}"`;
}

const QUOTED = new Map([...NAMED, ['"', '\\"'], ['\b', '\\b'], ['\x07', '\\a']]);

function hex(byte: string): string {
  return byte.charCodeAt(0).toString(16).padStart(2, '0');
}
