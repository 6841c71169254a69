import { stripVTControlCharacters } from 'node:util';

/** How much is shown of what a fork says, in characters. */
const MOST = 2000;
/** Controls, directions, halves of characters, and what is no character at all. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * What a fork says, as a page, an XML file or a terminal may show it: cut in the middle, without colours,
 * and with every character that one would not see written out, such as \x00 or \u{202e}.
 */
export function plainText(text: string, most = MOST): string {
  const shown = stripVTControlCharacters(shorten(text, most)).replaceAll('\r\n', '\n');
  return shown.replace(UNSEEN, (unseen) => (unseen === '\n' || unseen === '\t' ? unseen : written(unseen)));
}

/** The same in one line, for a cell or a name. */
export function oneLine(text: string, most = 200): string {
  return plainText(text, most).trim().replace(/\s+/g, ' ');
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor(most / 2);
  return `${text.slice(0, half)} … ${text.length - 2 * half} more characters … ${text.slice(-half)}`;
}

function written(unseen: string): string {
  const code = (unseen.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}
