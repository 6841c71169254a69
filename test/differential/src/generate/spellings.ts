import fc, { type Arbitrary } from 'fast-check';
import type { Request } from '../compare/reading.ts';

const BARE = /^(?!\*)[^ \t\n\r\0"']+$/;
/** All that is not itself within double quotes, and letters that seem to mean something behind a backslash. */
const ESCAPED = /[^ !#-[\]-~]|[A-FNTfv0]/g;
const NAMED = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\b', '\\b'],
  ['\x07', '\\a'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

const headings = fc.record({
  at: fc.nat({ max: 6 }),
  /** What stands in place of a count or a length. */
  spell: fc.oneof(
    fc.constantFrom(1, -1, 2, 100).map((more) => (length: number) => `${length + more}`),
    fc.constantFrom('+', '-', '0', ' ', '00').map((sign) => (length: number) => `${sign}${length}`),
    fc.constantFrom(' ', '\0', '.0', 'x').map((more) => (length: number) => `${length}${more}`),
    fc
      .constantFrom(
        '',
        '-1',
        '-2',
        '0',
        '2147483647',
        '2147483648',
        '536870912',
        '536870913',
        '9223372036854775808',
      )
      .map((text) => () => text),
  ),
});

/** A request as clients write it: an array of bulks. */
export function frame(words: Request, spellLength = (length: number, _at: number) => `${length}`): string {
  const bulks = words.map((word, index) => `$${spellLength(word.length, index + 1)}\r\n${word}\r\n`);
  return `*${spellLength(words.length, 0)}\r\n${bulks.join('')}`;
}

/** The same with one length that is not right, or not written as it should be. */
export function misframed(request: Arbitrary<Request>): Arbitrary<string> {
  return fc
    .tuple(request, headings)
    .map(([words, { at, spell }]) =>
      frame(words, (length, index) => (index === at % (words.length + 1) ? spell(length) : `${length}`)),
    );
}

/** A request as one types it: a line of words, quoted where they must be and sometimes where they need not. */
export function typed(request: Arbitrary<Request>): Arbitrary<string> {
  return fc
    .record({
      words: request,
      quotes: fc.array(fc.constantFrom('bare', 'single', 'double'), { minLength: 8, maxLength: 8 }),
      blank: fc.constantFrom(' ', '  ', '\t', ' \v\f '),
      end: fc.constantFrom('\r\n', '\n', ' \r\n', '\r\r\n'),
      before: fc.constantFrom('', '', ' '),
    })
    .map(({ words, quotes, blank, end, before }) => {
      const spelled = words.map((word, index) => quote(word, quotes[index % quotes.length] ?? 'bare'));
      return before + spelled.join(blank) + end;
    });
}

function quote(word: string, how: string): string {
  if (how === 'bare' && BARE.test(word)) return word;
  if (how === 'single' && !/[\n\0\\]/.test(word)) return `'${word.replaceAll("'", "\\'")}'`;
  return `"${word.replace(ESCAPED, (byte) => NAMED.get(byte) ?? escapeOf(byte))}"`;
}

/** Behind a backslash a letter is itself; hexadecimal digits are written small or large. */
function escapeOf(byte: string): string {
  if (/\w/.test(byte)) return `\\${byte}`;
  const digits = hex(byte);
  return `\\x${byte.charCodeAt(0) % 2 === 0 ? digits : digits.toUpperCase()}`;
}

function hex(byte: string): string {
  return byte.charCodeAt(0).toString(16).padStart(2, '0');
}
