import { ProtocolError } from './reply.ts';

const BLANKS = /[ \t-\r]*/y;
const DOUBLE_QUOTED = /"([^"\\]*(?:\\.[^"\\]*)*)"/;
const SINGLE_QUOTED = /'([^'\\]*(?:\\(?:'|(?!'))[^'\\]*)*)'/;
const WORD = new RegExp(`([^ \\t\\n\\r"']*)(?:${DOUBLE_QUOTED.source}|${SINGLE_QUOTED.source})?`, 'sy');
const ESCAPE = /\\(?:x([\da-fA-F]{2})|(.))/gs;
const ESCAPED = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['a', '\x07'],
]);

/**
 * The words of an inline request, such as `SET greeting "hello world"`: what a person types into
 * telnet. Double quotes know \n, \r, \t, \b, \a and \xHH; single quotes know \' only.
 * Throws a ProtocolError if a quote is not closed, or if a word goes on after its closing quote.
 * Source: the RESP specification, "Inline commands"; `sdssplitargs` in Redis's sds.c.
 */
export function splitArguments(line: string): string[] {
  const words: string[] = [];
  for (let at = skipBlanks(line, 0); at < line.length; at = skipBlanks(line, WORD.lastIndex)) {
    WORD.lastIndex = at;
    const [, bare = '', doubleQuoted = '', singleQuoted = ''] = WORD.exec(line) ?? [];
    const end = WORD.lastIndex;
    if (end < line.length && skipBlanks(line, end) === end) {
      throw new ProtocolError('unbalanced quotes in request');
    }
    WORD.lastIndex = end;
    words.push(bare + replaceEscapes(doubleQuoted) + singleQuoted.replaceAll("\\'", "'"));
  }
  return words;
}

function skipBlanks(line: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.test(line);
  return BLANKS.lastIndex;
}

function replaceEscapes(quoted: string): string {
  return quoted.replace(ESCAPE, (_, hex?: string, char = '') =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPED.get(char) ?? char),
  );
}
