import {
  AttributedReply,
  Double,
  Push,
  type Reply,
  ReplyError,
  SimpleString,
  VerbatimString,
} from '../src/index.ts';

export type Example = [title: string, bytes: string, reply: Reply];

const MESSAGE = ['message', 'somechannel', 'this is the message'].map((text) => new SimpleString(text));
const MESSAGE_BYTES = '>3\r\n+message\r\n+somechannel\r\n+this is the message\r\n';

/*
 * Every example of the RESP specification, of its older edition RESP2.md and of RESP3.md, and what
 * lies next to them. First those that both versions spell alike.
 */
export const IN_BOTH: Example[] = [
  ['simple string', '+OK\r\n', new SimpleString('OK')],
  ['simple string of two words', '+hello world\r\n', new SimpleString('hello world')],
  ['empty simple string', '+\r\n', new SimpleString('')],
  ['simple error', '-Error message\r\n', new ReplyError('Error message')],
  ['error of kind ERR', "-ERR unknown command 'asdf'\r\n", new ReplyError("ERR unknown command 'asdf'")],
  [
    'error of kind WRONGTYPE',
    '-WRONGTYPE Operation against a key holding the wrong kind of value\r\n',
    new ReplyError('WRONGTYPE Operation against a key holding the wrong kind of value'),
  ],
  [
    'error of kind NOPROTO',
    '-NOPROTO sorry, this protocol version is not supported.\r\n',
    new ReplyError('NOPROTO sorry, this protocol version is not supported.'),
  ],
  ['integer', ':1000\r\n', 1000],
  ['integer zero', ':0\r\n', 0],
  ['negative integer', ':-1\r\n', -1],
  ['length of a list', ':48293\r\n', 48293],
  ['largest integer a number holds', ':9007199254740991\r\n', Number.MAX_SAFE_INTEGER],
  ['integer after that', ':9007199254740992\r\n', 2n ** 53n],
  ['largest integer', ':9223372036854775807\r\n', 2n ** 63n - 1n],
  ['smallest integer', ':-9223372036854775808\r\n', -(2n ** 63n)],
  ['bulk string', '$5\r\nhello\r\n', 'hello'],
  ['bulk string of two words', '$11\r\nhello world\r\n', 'hello world'],
  ['empty bulk string', '$0\r\n\r\n', ''],
  ['bulk string with a line break', '$4\r\na\r\nb\r\n', 'a\r\nb'],
  ['bulk string of bytes', '$4\r\n\x00\x7f\x80\xff\r\n', '\x00\x7f\x80\xff'],
  ['empty array', '*0\r\n', []],
  ['array of bulk strings', '*2\r\n$5\r\nhello\r\n$5\r\nworld\r\n', ['hello', 'world']],
  ['array of integers', '*3\r\n:1\r\n:2\r\n:3\r\n', [1, 2, 3]],
  ['mixed array', '*5\r\n:1\r\n:2\r\n:3\r\n:4\r\n$5\r\nhello\r\n', [1, 2, 3, 4, 'hello']],
  [
    'array of two arrays',
    '*2\r\n*3\r\n:1\r\n:2\r\n:3\r\n*2\r\n+Hello\r\n-World\r\n',
    [
      [1, 2, 3],
      [new SimpleString('Hello'), new ReplyError('World')],
    ],
  ],
  ['array of an empty array', '*2\r\n*0\r\n:1\r\n', [[], 1]],
  ['array in an array in an array', '*1\r\n*1\r\n*1\r\n*0\r\n', [[[[]]]]],
];

export const IN_RESP2: Example[] = [
  ['null bulk string', '$-1\r\n', null],
  ['array with a null element', '*3\r\n$5\r\nhello\r\n$-1\r\n$5\r\nworld\r\n', ['hello', null, 'world']],
];

export const IN_RESP3: Example[] = [
  ['null', '_\r\n', null],
  ['array with a null', '*3\r\n$5\r\nhello\r\n_\r\n$5\r\nworld\r\n', ['hello', null, 'world']],
  ['true', '#t\r\n', true],
  ['false', '#f\r\n', false],
  ['double', ',1.23\r\n', new Double(1.23)],
  ['double that is whole', ',10\r\n', new Double(10)],
  ['negative double', ',-0.5\r\n', new Double(-0.5)],
  ['double minus zero', ',-0\r\n', new Double(-0)],
  ['large double', ',1e+300\r\n', new Double(1e300)],
  ['small double', ',5e-324\r\n', new Double(Number.MIN_VALUE)],
  ['infinity', ',inf\r\n', new Double(Infinity)],
  ['minus infinity', ',-inf\r\n', new Double(-Infinity)],
  ['not a number', ',nan\r\n', new Double(NaN)],
  [
    'big number',
    '(3492890328409238509324850943850943825024385\r\n',
    3492890328409238509324850943850943825024385n,
  ],
  ['negative big number', '(-9223372036854775809\r\n', -(2n ** 63n) - 1n],
  ['verbatim string', '=15\r\ntxt:Some string\r\n', new VerbatimString('txt', 'Some string')],
  ['empty verbatim string', '=4\r\nmkd:\r\n', new VerbatimString('mkd', '')],
  ['array with a boolean', '*2\r\n*3\r\n:1\r\n$5\r\nhello\r\n:2\r\n#f\r\n', [[1, 'hello', 2], false]],
  ['array of an array and true', '*2\r\n*2\r\n:1\r\n:2\r\n#t\r\n', [[1, 2], true]],
  [
    'map',
    '%2\r\n+first\r\n:1\r\n+second\r\n:2\r\n',
    new Map([
      [new SimpleString('first'), 1],
      [new SimpleString('second'), 2],
    ]),
  ],
  ['empty map', '%0\r\n', new Map()],
  ['map of maps', '%1\r\n%0\r\n%1\r\n:1\r\n_\r\n', new Map([[new Map(), new Map([[1, null]])]])],
  [
    'set',
    '~5\r\n+orange\r\n+apple\r\n#t\r\n:100\r\n:999\r\n',
    new Set([new SimpleString('orange'), new SimpleString('apple'), true, 100, 999]),
  ],
  ['empty set', '~0\r\n', new Set()],
  ['push', MESSAGE_BYTES, new Push(MESSAGE)],
  [
    'reply with an attribute',
    '|1\r\n+key-popularity\r\n%2\r\n$1\r\na\r\n,0.1923\r\n$1\r\nb\r\n,0.0012\r\n*2\r\n:2039123\r\n:9543892\r\n',
    new AttributedReply(
      new Map([
        [
          new SimpleString('key-popularity'),
          new Map([
            ['a', new Double(0.1923)],
            ['b', new Double(0.0012)],
          ]),
        ],
      ]),
      [2039123, 9543892],
    ),
  ],
  [
    'array whose third element has an attribute',
    '*3\r\n:1\r\n:2\r\n|1\r\n+ttl\r\n:3600\r\n:3\r\n',
    [1, 2, new AttributedReply(new Map([[new SimpleString('ttl'), 3600]]), 3)],
  ],
  ['reply with no attributes at all', '|0\r\n:1\r\n', new AttributedReply(new Map(), 1)],
];

/** Spellings of replies that Redis, or some other server, may choose where `encode` chooses another. */
export const ONLY_DECODED: Example[] = [
  ['null array', '*-1\r\n', null],
  ['null array in an array', '*2\r\n*-1\r\n:1\r\n', [null, 1]],
  ['integer with a plus sign', ':+1000\r\n', 1000],
  ['double with a plus sign', ',+1.23\r\n', new Double(1.23)],
  ['double with a capital E', ',1.5E3\r\n', new Double(1500)],
  ['double with a small e', ',15e-1\r\n', new Double(1.5)],
  ['double with all its digits', ',0.10000000000000001\r\n', new Double(0.1)],
  ['not a number, as Redis 7.0 spells it', ',-nan\r\n', new Double(NaN)],
  ['big number with a plus sign', '(+9223372036854775808\r\n', 2n ** 63n],
  ['big number that is small', '(12\r\n', 12],
  ['bulk error', '!21\r\nSYNTAX invalid syntax\r\n', new ReplyError('SYNTAX invalid syntax')],
  ['bulk error of two lines', '!8\r\nERR\r\nno!\r\n', new ReplyError('ERR\r\nno!')],
  ['set with an element sent twice', '~3\r\n:1\r\n:2\r\n:1\r\n', new Set([1, 2])],
  // RESP3.md means this to be "Hello world", but an l is missing from its parts.
  ['streamed string', '$?\r\n;4\r\nHell\r\n;5\r\no wor\r\n;1\r\nd\r\n;0\r\n', 'Hello word'],
  ['empty streamed string', '$?\r\n;0\r\n', ''],
  ['streamed array', '*?\r\n:1\r\n:2\r\n:3\r\n.\r\n', [1, 2, 3]],
  ['empty streamed array', '*?\r\n.\r\n', []],
  ['streamed set', '~?\r\n:1\r\n:2\r\n.\r\n', new Set([1, 2])],
  [
    'streamed map',
    '%?\r\n+a\r\n:1\r\n+b\r\n:2\r\n.\r\n',
    new Map([
      [new SimpleString('a'), 1],
      [new SimpleString('b'), 2],
    ]),
  ],
  [
    'streams in a streamed array in an array',
    '*2\r\n*?\r\n$?\r\n;2\r\nhi\r\n;0\r\n*?\r\n.\r\n.\r\n:1\r\n',
    [['hi', []], 1],
  ],
];

/** The examples of RESP3.md in which a message is pushed before or after the reply to a GET. */
export const PUSHED_BEFORE = `${MESSAGE_BYTES}$9\r\nGet-Reply\r\n`;
export const PUSHED_AFTER = `$9\r\nGet-Reply\r\n${MESSAGE_BYTES}`;
export const PUSHED = new Push(MESSAGE);
