import { expect, test } from 'vitest';
import { byteByByte, outcomeOfRequests, requestsIn } from './chunks.ts';

/** Every row was compared with what Redis 7.0.15 makes of the same line. */
const LINES: [line: string, words: string[]][] = [
  ['PING', ['PING']],
  ['ping', ['ping']],
  ['SET greeting hello', ['SET', 'greeting', 'hello']],

  // Blanks separate words, however many; \v and \f only where a word could begin.
  ['  GET   a  ', ['GET', 'a']],
  ['\tGET\ta\t', ['GET', 'a']],
  ['GET\ra', ['GET', 'a']],
  ['GET \v\f a', ['GET', 'a']],
  ['\v\fGET a', ['GET', 'a']],
  ['GET\va', ['GET\va']],
  ['GET\fa', ['GET\fa']],
  ['"GET"\v"a"\f', ['GET', 'a']],
  ['GET\xa0a', ['GET\xa0a']],

  // Between double quotes.
  ['"hello world"', ['hello world']],
  ['ECHO ""', ['ECHO', '']],
  ['"" ""', ['', '']],
  ['"it\'s"', ["it's"]],
  [String.raw`"say \"hi\""`, ['say "hi"']],
  [String.raw`"a\\b"`, ['a\\b']],
  [String.raw`"a\\"`, ['a\\']],
  [String.raw`"\n\r\t\b\a"`, ['\n\r\t\b\x07']],
  [String.raw`"\N\R\T\B\A"`, ['NRTBA']],
  [String.raw`"\q\0\'\ "`, ["q0' "]],
  ['"a\tb\vc\rd"', ['a\tb\vc\rd']],
  ['"a\\\rb"', ['a\rb']],

  // Bytes by their hexadecimal number.
  [String.raw`"\x41\x62"`, ['Ab']],
  [String.raw`"\x00\xff\xFF\xfF"`, ['\0\xff\xff\xff']],
  [String.raw`"\x0d\x0a"`, ['\r\n']],
  [String.raw`"\x414"`, ['A4']],
  [String.raw`"\x4"`, ['x4']],
  [String.raw`"\x"`, ['x']],
  [String.raw`"\x4g"`, ['x4g']],
  [String.raw`"\xg4"`, ['xg4']],
  [String.raw`"\X41"`, ['X41']],
  [String.raw`"\\x41"`, [String.raw`\x41`]],

  // Between single quotes, where only \' means something.
  ["'hello world'", ['hello world']],
  ["''", ['']],
  [`'say "hi"'`, ['say "hi"']],
  [String.raw`'it\'s'`, ["it's"]],
  [String.raw`'\'\''`, ["''"]],
  [String.raw`'\n\x41\q'`, [String.raw`\n\x41\q`]],
  [String.raw`'a\\b'`, [String.raw`a\\b`]],
  [String.raw`'a\\'b'`, [String.raw`a\'b`]],

  // Outside quotes a backslash is a byte like any other.
  ['a\\n\\x41\\ b', ['a\\n\\x41\\', 'b']],

  // A quote may open inside a word, but must close at its end.
  ['foo"bar"', ['foobar']],
  ["foo'bar'", ['foobar']],
  ['foo"b r" baz', ['foob r', 'baz']],
  ['foo""', ['foo']],
  ['foo"*"', ['foo*']],

  // Only the first byte of a request tells one form from the other.
  [' *1', ['*1']],
  ['"*1"', ['*1']],
  ['$4', ['$4']],
  ['GET *', ['GET', '*']],
  ['caf\xc3\xa9 \xff', ['caf\xc3\xa9', '\xff']],
];

test.each(LINES)('%j is the request %j', (line, words) => {
  expect(requestsIn([`${line}\r\n`])).toEqual([words]);
  expect(requestsIn([`${line}\n`])).toEqual([words]);
  expect(requestsIn(byteByByte(`${line}\r\n`))).toEqual([words]);
});

test.each(['', ' ', '\t', '\v', '\f', '\r', ' \t\v\f\r '])('the blank line %j is no request', (line) => {
  expect(requestsIn([`${line}\r\n`, `${line}\n`])).toEqual([]);
});

test.each([
  '"',
  "'",
  '"hello',
  "'hello",
  'hello"',
  "hello'",
  'GET "a b',
  '"hello\'',
  `'hello"`,
  String.raw`"hello\"`,
  String.raw`'hello\'`,
  String.raw`'hello\\'`,
  '"a"b',
  "'a'b",
  '"a""b"',
  "'a''b'",
  `"a"'b'`,
  '""a',
  'a"b"c',
  String.raw`"a"\n`,
])('the quotes of %j are unbalanced', (line) => {
  const refused = { decoded: [], problem: 'ERR Protocol error: unbalanced quotes in request' };
  expect(outcomeOfRequests([`${line}\r\n`])).toEqual(refused);
  expect(outcomeOfRequests(byteByByte(`${line}\r\n`))).toEqual(refused);
});

test('quotes are closed on the line they were opened on, or not at all', () => {
  expect(outcomeOfRequests(['ECHO "a\r\nb"\r\n']).problem).toContain('unbalanced quotes');
});

test('quotes mean nothing inside the other form of a request', () => {
  expect(requestsIn(['*1\r\n$3\r\n"a"\r\n'])).toEqual([['"a"']]);
});
