import { describe, expect, test } from 'vitest';
import {
  AttributedReply,
  Double,
  encode,
  OK,
  Push,
  type Reply,
  ReplyError,
  SimpleString,
  VerbatimString,
} from '../src/index.ts';
import { IN_BOTH, IN_RESP2, IN_RESP3 } from './examples.ts';

describe('in RESP2', () => {
  test.each([...IN_BOTH, ...IN_RESP2])('%s: %j', (_, bytes, reply) => {
    expect(encode(reply, 2)).toBe(bytes);
  });
});

describe('in RESP3', () => {
  test.each([...IN_BOTH, ...IN_RESP3])('%s: %j', (_, bytes, reply) => {
    expect(encode(reply, 3)).toBe(bytes);
  });
});

const IN_PLACE: [title: string, reply: Reply, bytes: string][] = [
  ['true is 1', true, ':1\r\n'],
  ['false is 0', false, ':0\r\n'],
  ['a double is a bulk string', new Double(1.23), '$4\r\n1.23\r\n'],
  ['a whole double is one, too', new Double(10), '$2\r\n10\r\n'],
  ['minus zero keeps its sign', new Double(-0), '$2\r\n-0\r\n'],
  ['infinity is inf', new Double(Infinity), '$3\r\ninf\r\n'],
  ['minus infinity is -inf', new Double(-Infinity), '$4\r\n-inf\r\n'],
  ['not a number is nan', new Double(NaN), '$3\r\nnan\r\n'],
  ['a big number is a bulk string', 2n ** 63n, '$19\r\n9223372036854775808\r\n'],
  ['a negative big number is one, too', -(2n ** 63n) - 1n, '$20\r\n-9223372036854775809\r\n'],
  ['a verbatim string has no format', new VerbatimString('txt', 'Some string'), '$11\r\nSome string\r\n'],
  ['a map is a flat array', new Map([['a', 1]]), '*2\r\n$1\r\na\r\n:1\r\n'],
  ['an empty map is an empty array', new Map(), '*0\r\n'],
  ['a set is an array', new Set([1, 'a']), '*2\r\n:1\r\n$1\r\na\r\n'],
  ['a push is an array', new Push(['message', 'hi']), '*2\r\n$7\r\nmessage\r\n$2\r\nhi\r\n'],
  ['attributes are left out', new AttributedReply(new Map([['ttl', 1]]), 'hi'), '$2\r\nhi\r\n'],
  [
    'what is inside an array is replaced, too',
    [true, [null, new Double(0.5)]],
    '*2\r\n:1\r\n*2\r\n$-1\r\n$3\r\n0.5\r\n',
  ],
  [
    'a map in a map is an array in an array',
    new Map([['a', new Map([['b', ['c']]])]]),
    '*2\r\n$1\r\na\r\n*2\r\n$1\r\nb\r\n*1\r\n$1\r\nc\r\n',
  ],
];

test.each(IN_PLACE)('for clients of RESP2 %s', (_, reply, bytes) => {
  expect(encode(reply, 2)).toBe(bytes);
});

describe.each([2, 3] as const)('in RESP%i', (protocol) => {
  test('OK is a simple string', () => {
    expect(encode(OK, protocol)).toBe('+OK\r\n');
  });

  test('line breaks at the end of an error are left out', () => {
    expect(encode(new ReplyError('ERR no \r\n\n'), protocol)).toBe('-ERR no \r\n');
    expect(encode(new ReplyError('ERR no\r\nway\n'), protocol)).toBe('-ERR no  way\r\n');
  });

  test('a line break in a simple string or an error becomes spaces, so that nothing can be smuggled in', () => {
    expect(encode(new SimpleString('OK\r\n:1'), protocol)).toBe('+OK  :1\r\n');
    expect(encode(new ReplyError('ERR a\nb\rc'), protocol)).toBe('-ERR a b c\r\n');
  });

  test('a bulk string may hold anything, and its length counts bytes', () => {
    expect(encode('caf\xc3\xa9\r\n', protocol)).toBe('$7\r\ncaf\xc3\xa9\r\n\r\n');
  });

  test('a bigint is an integer like any other, as long as it has 64 bits', () => {
    expect(encode(1n, protocol)).toBe(':1\r\n');
    expect(encode(-(2n ** 63n), protocol)).toBe(':-9223372036854775808\r\n');
  });

  test('an array of a thousand is written in order', () => {
    const thousand = Array.from({ length: 1000 }, (_, i) => i);
    expect(encode(thousand, protocol)).toBe(`*1000\r\n${thousand.map((i) => `:${i}\r\n`).join('')}`);
  });
});
