import { unescapeBytes } from './unescape.ts';

const BLANKS = /[ \t-\r]*/y;
const DOUBLE_QUOTED = /"([^"\\]*(?:\\.[^"\\]*)*)"/;
const SINGLE_QUOTED = /'([^'\\]*(?:\\(?:'|(?!'))[^'\\]*)*)'/;
const WORD = new RegExp(`([^ \\t\\n\\r"']*)(?:${DOUBLE_QUOTED.source}|${SINGLE_QUOTED.source})?`, 'sy');

/** A word of a line, where it stands, and the bytes that it spells. */
type InlineWord = { start: number; end: number; bytes: string };

/** The words of a line, up to a quote that is not closed or that a word goes on after: that is unbalanced. */
export type InlineWords = { words: InlineWord[]; unbalanced: boolean };

/** What a line says, as `redis-cli` and Redis understand quotes. Source: `sdssplitargs` in Redis's sds.c. */
export function inlineWords(line: string): InlineWords {
  const words: InlineWord[] = [];
  for (let start = afterBlanks(line, 0); start < line.length; start = afterBlanks(line, start)) {
    WORD.lastIndex = start;
    const [, bare = '', doubleQuoted = '', singleQuoted = ''] = WORD.exec(line) ?? [];
    const end = WORD.lastIndex;
    words.push({
      start,
      end,
      bytes: bare + unescapeBytes(doubleQuoted) + singleQuoted.replaceAll("\\'", "'"),
    });
    if (end < line.length && afterBlanks(line, end) === end) return { words, unbalanced: true };
    start = end;
  }
  return { words, unbalanced: false };
}

function afterBlanks(line: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.test(line);
  return BLANKS.lastIndex;
}
