import { describe, expect, test } from 'vitest';
import { encode, ProtocolError, ReplyError } from '../src/index.ts';
import { byteByByte, outcomeOfRequests, requestsIn } from './chunks.ts';

const LINE_LIMIT = 64 * 1024;

const COUNTS: [request: string, problem: string][] = [
  '*\r\n',
  '*-\r\n',
  '*x\r\n',
  '*1x\r\n',
  '*+1\r\n',
  '*01\r\n',
  '*00\r\n',
  '*-0\r\n',
  '*-01\r\n',
  '* 1\r\n',
  '*1 \r\n',
  '*1.0\r\n',
  '*1e3\r\n',
  '*0x1\r\n',
  '*1\n$4\nPING\n\r\n',
  '*2147483648\r\n',
  '*9223372036854775807\r\n',
  '*9223372036854775808\r\n',
  '*-9223372036854775809\r\n',
  '*100000000000000000000000000000\r\n',
].map((request) => [request, 'invalid multibulk length']);

const LENGTHS: [request: string, problem: string][] = [
  '*1\r\n$\r\n',
  '*1\r\n$-\r\n',
  '*1\r\n$x\r\n',
  '*1\r\n$4x\r\n',
  '*1\r\n$+4\r\n',
  '*1\r\n$04\r\n',
  '*1\r\n$00\r\n',
  '*1\r\n$-0\r\n',
  '*1\r\n$-1\r\n',
  '*1\r\n$ 4\r\n',
  '*1\r\n$4 \r\n',
  '*1\r\n$4.0\r\n',
  '*1\r\n$0x4\r\n',
  '*1\r\n$536870913\r\n',
  '*1\r\n$9223372036854775808\r\n',
  '*1\r\n$-9223372036854775808\r\n',
  '*2\r\n$4\r\nECHO\r\n$-1\r\n',
].map((request) => [request, 'invalid bulk length']);

const TYPES: [request: string, problem: string][] = [
  ['*1\r\nx\r\n', "expected '$', got 'x'"],
  ['*1\r\nPING\r\n', "expected '$', got 'P'"],
  ['*1\r\n4\r\nPING\r\n', "expected '$', got '4'"],
  ['*1\r\n:1\r\n', "expected '$', got ':'"],
  ['*1\r\n*1\r\n$4\r\nPING\r\n', "expected '$', got '*'"],
  ['*1\r\n $4\r\nPING\r\n', "expected '$', got ' '"],
  ["*1\r\n'\r\n", "expected '$', got '''"],
  ['*1\r\n\xff\r\n', "expected '$', got '\xff'"],
  ['*1\r\n\r\n', "expected '$', got '\r'"],
  ['*1\r\n\n$4\r\nPING\r\n', "expected '$', got '\n'"],
  ['*2\r\n$4\r\nECHO\r\nhi\r\n', "expected '$', got 'h'"],
  ['*2\r\n$3\r\nECHO\r\n$2\r\nhi\r\n', "expected '$', got '\n'"],
];

const QUOTES: [request: string, problem: string][] = [
  ['"\r\n', 'unbalanced quotes in request'],
  ["'\r\n", 'unbalanced quotes in request'],
  ['SET greeting "hello world\r\n', 'unbalanced quotes in request'],
  ['ECHO "hi"there\r\n', 'unbalanced quotes in request'],
];

describe.each([...COUNTS, ...LENGTHS, ...TYPES, ...QUOTES])('%j', (request, problem) => {
  const refused = { decoded: [], problem: `ERR Protocol error: ${problem}` };

  test(`is refused: ${JSON.stringify(problem)}`, () => {
    expect(outcomeOfRequests([request])).toEqual(refused);
  });

  test('is refused in the same words when it comes byte by byte', () => {
    expect(outcomeOfRequests(byteByByte(request))).toEqual(refused);
  });
});

const LONG_LINES: [title: string, before: string, line: string, problem: string][] = [
  ['an inline request', '', 'x'.repeat(LINE_LIMIT), 'too big inline request'],
  ['a count of arguments', '', `*${'1'.repeat(LINE_LIMIT - 1)}`, 'too big mbulk count string'],
  ['the length of an argument', '*1\r\n', `$${'1'.repeat(LINE_LIMIT - 1)}`, 'too big bulk count string'],
  ['what should be a length', '*1\r\n', 'x'.repeat(LINE_LIMIT), 'too big bulk count string'],
];

describe.each(LONG_LINES)('%s without an end', (_, before, line, problem) => {
  const refused = { decoded: [], problem: `ERR Protocol error: ${problem}` };

  test('is waited for as long as it has 64 KB', () => {
    expect(requestsIn([before + line])).toEqual([]);
  });

  test(`is refused with one byte more: ${problem}`, () => {
    expect(outcomeOfRequests([`${before}${line}1`])).toEqual(refused);
  });

  test('is refused in the same words when it comes byte by byte', () => {
    expect(outcomeOfRequests(byteByByte(`${before}${line}1`))).toEqual(refused);
  });
});

const LONGEST: [title: string, request: string][] = [
  ['2147483647 arguments', '*2147483647\r\n'],
  ['an argument of 536870912 bytes', '*1\r\n$536870912\r\n'],
];

test.each(LONGEST)('%s are not too many', (_, request) => {
  expect(requestsIn([request])).toEqual([]);
  expect(requestsIn(byteByByte(request))).toEqual([]);
});

test('an inline request of 64 KB is not too long, its line break aside', () => {
  const line = 'x'.repeat(LINE_LIMIT);
  expect(requestsIn([line, '\n'])).toEqual([[line]]);
});

// V8 would say that the call stack is exceeded.
test('a line of megabytes is refused even where one chunk brings it all', () => {
  const line = `"${'\\n'.repeat(4_000_000)}"`;
  const refused = { decoded: [['PING']], problem: 'ERR Protocol error: too big inline request' };
  expect(outcomeOfRequests([`PING\r\n${line}\r\n`])).toEqual(refused);
});

test('a protocol error is a reply: the last one, before the connection is closed', () => {
  const error = new ProtocolError('invalid bulk length');
  expect(error).toBeInstanceOf(ReplyError);
  expect(encode(error, 2)).toBe('-ERR Protocol error: invalid bulk length\r\n');
  expect(encode(error, 3)).toBe('-ERR Protocol error: invalid bulk length\r\n');
});

test('a protocol error that quotes a line break is still one line', () => {
  const { problem = '' } = outcomeOfRequests(['*1\r\n\r\n']);
  expect(encode(new ReplyError(problem), 2)).toBe("-ERR Protocol error: expected '$', got ' '\r\n");
});
