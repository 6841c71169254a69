import { describe, expect, test } from 'vitest';
import { Double, Push, ReplyDecoder, ReplyError } from '../src/index.ts';
import { byteByByte, bytes, outcomeOfReplies, repliesIn, splitAtEvery } from './chunks.ts';
import {
  IN_BOTH,
  IN_RESP2,
  IN_RESP3,
  ONLY_DECODED,
  PUSHED,
  PUSHED_AFTER,
  PUSHED_BEFORE,
} from './examples.ts';

describe.each([...IN_BOTH, ...IN_RESP2, ...IN_RESP3, ...ONLY_DECODED])('%s: %j', (_, example, reply) => {
  test('is decoded from one chunk', () => {
    expect(repliesIn([example])).toStrictEqual([reply]);
  });

  test('is decoded wherever it is cut in two', () => {
    for (const chunks of splitAtEvery(example)) expect(repliesIn(chunks)).toStrictEqual([reply]);
  });

  test('is decoded byte by byte, twice in a row', () => {
    expect(repliesIn(byteByByte(example + example))).toStrictEqual([reply, reply]);
  });
});

test('what a server pushes stands between its replies', () => {
  expect(repliesIn([PUSHED_BEFORE])).toStrictEqual([PUSHED, 'Get-Reply']);
  expect(repliesIn([PUSHED_AFTER])).toStrictEqual(['Get-Reply', PUSHED]);
});

test('a reply is yielded with the chunk that completes it, not before', () => {
  const decoder = new ReplyDecoder();
  expect([...decoder.decode(bytes('*2\r\n$5\r\nhel'))]).toEqual([]);
  expect([...decoder.decode(bytes('lo\r\n:1\r'))]).toEqual([]);
  expect([...decoder.decode(bytes('\n:2\r\n:3'))]).toEqual([['hello', 1], 2]);
  expect([...decoder.decode(bytes('4\r\n'))]).toEqual([34]);
});

test('a map and a set keep the order in which they came', () => {
  const [map, set] = repliesIn(['%2\r\n:2\r\n:1\r\n:1\r\n:2\r\n~3\r\n:3\r\n:1\r\n:2\r\n']);
  expect(map instanceof Map && [...map]).toEqual([
    [2, 1],
    [1, 2],
  ]);
  expect(set instanceof Set && [...set]).toEqual([3, 1, 2]);
});

test('an error is a reply, not an exception', () => {
  const [error] = repliesIn(['-ERR no such key\r\n']);
  expect(error).toBeInstanceOf(ReplyError);
});

test('10 is an integer after a colon and a double after a comma', () => {
  expect(repliesIn([':10\r\n,10\r\n'])).toStrictEqual([10, new Double(10)]);
});

test('an array that is announced to be huge allocates nothing before its elements are there', () => {
  expect(repliesIn(['*999999999\r\n%999999999\r\n$999999999\r\n'])).toEqual([]);
});

test('arrays may be nested as deep as one likes', () => {
  const [outermost] = repliesIn([`${'*1\r\n'.repeat(100_000)}:1\r\n`]);
  expect(outermost).toHaveLength(1);
});

test.each([
  '\r\n',
  'PONG\r\n',
  '\0\r\n',
  ':\r\n',
  ':one\r\n',
  ':1.5\r\n',
  ':--1\r\n',
  ':+-1\r\n',
  ':9223372036854775808\r\n',
  ':-9223372036854775809\r\n',
  '(\r\n',
  '(1.5\r\n',
  '(0x10\r\n',
  '(+-1\r\n',
  ',\r\n',
  ',.5\r\n',
  ',1,5\r\n',
  ',1e\r\n',
  ',infinity\r\n',
  ',+-1\r\n',
  '#\r\n',
  '#true\r\n',
  '#T\r\n',
  '$\r\n',
  '$-2\r\n',
  '$+1\r\n',
  '$01\r\n',
  '$1.5\r\n',
  '$x\r\n',
  '$18446744073709551616\r\n',
  '!x\r\n',
  '=x\r\n',
  '*\r\n',
  '*-2\r\n',
  '*x\r\n',
  '%x\r\n',
  '~x\r\n',
  '>x\r\n',
  '|x\r\n',
  '.\r\n',
  ';0\r\n',
  '*1\r\n.\r\n',
  '*?\r\n*1\r\n.\r\n',
  '$?\r\n;x\r\n',
  // A stream ends as it began, and what belongs into one stands nowhere else.
  ';5\r\nhello\r\n',
  '$?\r\n.\r\n',
  '$?\r\n:1\r\n',
  '$?\r\n*1\r\n',
  '*?\r\n;0\r\n',
  '%?\r\n:1\r\n.\r\n',
  '|?\r\n.\r\n',
  // Neither are these, close as they come.
  '=2\r\nab\r\n',
  '%-1\r\n',
  '~-1\r\n',
  ',10.\r\n',
])('%j is no reply', (noise) => {
  const { decoded, problem } = outcomeOfReplies([noise]);
  expect(decoded).toEqual([]);
  expect(problem).toMatch(/^ERR Protocol error: /);
  expect(outcomeOfReplies(byteByByte(noise))).toEqual({ decoded, problem });
});

test('what was expected is said, and what came', () => {
  expect(outcomeOfReplies(['PONG\r\n']).problem).toBe("ERR Protocol error: expected a reply, got 'P'");
  expect(outcomeOfReplies([':x\r\n']).problem).toBe("ERR Protocol error: expected a 64-bit integer, got 'x'");
  expect(outcomeOfReplies(['#x\r\n']).problem).toBe("ERR Protocol error: expected 't' or 'f', got 'x'");
  expect(outcomeOfReplies(['*x\r\n']).problem).toBe("ERR Protocol error: expected a length, got 'x'");
});

test('a big number has at most 10,000 digits', () => {
  expect(repliesIn([`(${'9'.repeat(10_000)}\r\n`])).toEqual([10n ** 10_000n - 1n]);
  expect(outcomeOfReplies([`(${'9'.repeat(10_001)}\r\n`]).problem).toBe(
    'ERR Protocol error: expected at most 10000 digits of a big number, got 10001',
  );
});

test('replies are yielded before bytes that are none throw', () => {
  const replies = new ReplyDecoder().decode(bytes('+OK\r\n>1\r\n:1\r\nPONG\r\n'));
  expect(replies.next().value).toMatchObject({ text: 'OK' });
  expect(replies.next().value).toEqual(new Push([1]));
  expect(() => replies.next()).toThrow('expected a reply');
});
