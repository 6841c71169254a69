import { unescapeBytes, utf8 } from '../unescape.ts';

const QUOTED = /^\s*(?:(?:printf|echo(?: -\w+)*) +)?[b$]?(['"])([\s\S]*)\1\s*$/;
const ESCAPED = /\\(?:[rntba0'"\\]|x[\da-f]{2})/i;
const PAIRS = /^\s*(?:0x)?[\da-f]{2}(?:[\s,]+(?:0x)?[\da-f]{2})+[\s,]*$/i;
/** What `xxd -p` prints. Without the end of a line in it, it might be a word. */
const RUN = /^(?:[\da-f]{2}|\s)+$/i;
const LINE_END = /0d0a/i;
/** A line of xxd or of hexdump -C: an offset, bytes in pairs, and perhaps what they spell. */
const DUMPED = /^[\da-f]{6,8}:?\s+((?:[\da-f]{2,4}[ \t]{1,2}){1,16})/gim;

/**
 * The bytes that a text stands for, however it was copied: as escapes (`*1\r\n`, `\x00`), in quotes, as the
 * argument of printf, as a dump in hex, or as it is; then a line ends with CR LF.
 */
export function readBytes(text: string): string {
  const dumped = [...text.matchAll(DUMPED)].map(([, bytes = '']) => bytes).join('');
  if (dumped !== '') return fromHex(dumped);
  if (PAIRS.test(text)) return fromHex(text.replace(/0x/gi, ''));
  if (RUN.test(text) && LINE_END.test(text)) return fromHex(text);
  const inside = QUOTED.exec(text)?.[2] ?? text;
  if (!ESCAPED.test(inside)) return utf8(inside.replace(/\r?\n/g, '\r\n'));
  return unescapeBytes(utf8(inside.replace(/\r?\n/g, '').replace(/\\0(?:00?)?/g, '\\x00')));
}

function fromHex(text: string): string {
  return text.replace(/[\s,]/g, '').replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}
