const ESCAPE = /\\(?:x([\da-fA-F]{2})|([\s\S]))/g;
const NAMED = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['a', '\x07'],
]);

/** The bytes that a text spells: as it is, but for `\r`, `\n`, `\t`, `\b`, `\a`, `\xHH` and `\` before any other. */
export function unescapeBytes(text: string): string {
  return text.replace(ESCAPE, (_, hex?: string, char = '') =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (NAMED.get(char) ?? char),
  );
}

/** Bytes that are written in a program either as they are or escaped. */
export function eitherWay(text: string): string {
  return /[\r\n]/.test(text) ? text : unescapeBytes(text);
}

/** What a person types, in bytes, one character each: those of its UTF-8. */
export function utf8(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** Bytes as a screen shows them: those that are UTF-8 as its characters. */
export function fromUtf8(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
