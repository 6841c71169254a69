/** Before a word and behind a closing quote; within a bare word, \v and \f are none. */
const BLANK = /[ \t-\r]/;
const ENDS_WORD = /[ \t\n\r]/;
const ESCAPED = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['a', '\x07'],
]);

/**
 * The words of an inline request, undefined if its quotes do not match. It goes from byte to byte, as
 * Redis does, where the course has regular expressions. Source: `sdssplitargs` in Redis's sds.c.
 */
export function splitWords(line: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const byte = line.charAt(at);
    if ((word === undefined ? BLANK : ENDS_WORD).test(byte)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (byte === '"' || byte === "'") {
      const quoted = byte === '"' ? readDoubleQuoted(line, at + 1) : readSingleQuoted(line, at + 1);
      if (!quoted || (quoted.end < line.length && !BLANK.test(line.charAt(quoted.end)))) return undefined;
      words.push((word ?? '') + quoted.text);
      word = undefined;
      at = quoted.end - 1;
    } else {
      word = (word ?? '') + byte;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** A text up to its closing quote, and where the rest begins; undefined if it is not closed. */
type Quoted = { text: string; end: number } | undefined;

function readDoubleQuoted(line: string, start: number): Quoted {
  let text = '';
  for (let at = start; at < line.length; at++) {
    const [byte, next] = [line.charAt(at), line.charAt(at + 1)];
    if (byte === '"') return { text, end: at + 1 };
    const hex = /^\\x([\da-fA-F]{2})/.exec(line.slice(at, at + 4))?.[1];
    if (hex !== undefined) {
      text += String.fromCharCode(Number.parseInt(hex, 16));
      at += 3;
    } else if (byte === '\\' && next !== '') {
      text += ESCAPED.get(next) ?? next;
      at++;
    } else {
      text += byte;
    }
  }
  return undefined;
}

function readSingleQuoted(line: string, start: number): Quoted {
  let text = '';
  for (let at = start; at < line.length; at++) {
    const byte = line.charAt(at);
    if (byte === "'") return { text, end: at + 1 };
    if (byte === '\\' && line.charAt(at + 1) === "'") at++;
    text += line.charAt(at);
  }
  return undefined;
}
