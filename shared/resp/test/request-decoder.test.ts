import { describe, expect, test } from 'vitest';
import { RequestDecoder } from '../src/index.ts';
import { byteByByte, bytes, requestsIn, splitAtEvery } from './chunks.ts';

const ALL_BYTES = String.fromCharCode(...Array(256).keys());

const PING = '*1\r\n$4\r\nPING\r\n';

const FRAMES: [title: string, frame: string, requests: string[][]][] = [
  ['a name alone', PING, [['PING']]],
  ['a name and its argument', '*2\r\n$4\r\nECHO\r\n$2\r\nhi\r\n', [['ECHO', 'hi']]],
  ["the specification's LLEN", '*2\r\n$4\r\nLLEN\r\n$6\r\nmylist\r\n', [['LLEN', 'mylist']]],
  ['an empty argument', '*2\r\n$4\r\nECHO\r\n$0\r\n\r\n', [['ECHO', '']]],
  ['nothing but empty arguments', '*2\r\n$0\r\n\r\n$0\r\n\r\n', [['', '']]],
  ['a length of two digits', '*2\r\n$4\r\nECHO\r\n$11\r\nhello world\r\n', [['ECHO', 'hello world']]],
  ['a line break inside an argument', '*2\r\n$4\r\nECHO\r\n$4\r\na\r\nb\r\n', [['ECHO', 'a\r\nb']]],
  ['a NUL inside an argument', '*2\r\n$4\r\nECHO\r\n$3\r\na\0b\r\n', [['ECHO', 'a\0b']]],
  ['a request inside an argument', `*2\r\n$4\r\nECHO\r\n$14\r\n${PING}\r\n`, [['ECHO', PING]]],
  ['all the bytes there are', `*2\r\n$4\r\nECHO\r\n$256\r\n${ALL_BYTES}\r\n`, [['ECHO', ALL_BYTES]]],
  ['an inline request', 'PING\r\n', [['PING']]],
  ['an inline request that ends with LF alone', 'PING\n', [['PING']]],
  [
    'an inline request with arguments',
    'SET greeting "hello world"\r\n',
    [['SET', 'greeting', 'hello world']],
  ],
  [
    'several requests in a row',
    `${PING}*2\r\n$3\r\nGET\r\n$1\r\na\r\n${PING}`,
    [['PING'], ['GET', 'a'], ['PING']],
  ],
  [
    'both forms in turn',
    `ECHO 1\r\n${PING}ECHO 2\n${PING}`,
    [['ECHO', '1'], ['PING'], ['ECHO', '2'], ['PING']],
  ],
];

describe.each(FRAMES)('%s', (_, frame, requests) => {
  test('is decoded from one chunk', () => {
    expect(requestsIn([frame])).toEqual(requests);
  });

  test('is decoded wherever it is cut in two', () => {
    for (const chunks of splitAtEvery(frame)) expect(requestsIn(chunks)).toEqual(requests);
  });

  test('is decoded byte by byte', () => {
    expect(requestsIn(byteByByte(frame))).toEqual(requests);
  });

  test('is decoded twice when it is sent twice', () => {
    const twice = frame + frame;
    expect(requestsIn([twice])).toEqual([...requests, ...requests]);
    expect(requestsIn(byteByByte(twice))).toEqual([...requests, ...requests]);
  });
});

test('a request is yielded with the chunk that completes it, not before', () => {
  const decoder = new RequestDecoder();
  expect([...decoder.decode(bytes('*2\r\n$4\r\nECHO\r\n$2\r'))]).toEqual([]);
  expect([...decoder.decode(bytes('\nhi\r'))]).toEqual([]);
  expect([...decoder.decode(bytes(`\n${PING}*1\r\n$4`))]).toEqual([['ECHO', 'hi'], ['PING']]);
  expect([...decoder.decode(bytes('\r\nQUIT\r\n'))]).toEqual([['QUIT']]);
});

test('an empty chunk changes nothing', () => {
  const chunks = byteByByte(`${PING}ECHO 1\r\n`).flatMap((byte) => ['', byte, '']);
  expect(requestsIn(chunks)).toEqual([['PING'], ['ECHO', '1']]);
});

test('two connections do not share what is left of a request', () => {
  const one = new RequestDecoder();
  const other = new RequestDecoder();
  expect([...one.decode(bytes('ECHO o'))]).toEqual([]);
  expect([...other.decode(bytes(PING))]).toEqual([['PING']]);
  expect([...one.decode(bytes('ne\r\n'))]).toEqual([['ECHO', 'one']]);
});

test.each(['\r\n', '\n', '  \t \r\n', '*0\r\n', '*-1\r\n', '*-9223372036854775808\r\n'])(
  'the empty request %j is skipped',
  (empty) => {
    const requests = `${empty}${PING}${empty}${empty}ECHO 1\r\n${empty}`;
    expect(requestsIn([requests])).toEqual([['PING'], ['ECHO', '1']]);
    expect(requestsIn(byteByByte(requests))).toEqual([['PING'], ['ECHO', '1']]);
  },
);

test.each(['*1\r\n$x\r\n', '*x\r\n', '"\r\n', 'x'.repeat(64 * 1024 + 1)])(
  'requests are yielded before a later one throws (case %#)',
  (bad) => {
    const requests = new RequestDecoder().decode(bytes(`ECHO 1\r\n${PING}${bad}`));
    expect(requests.next().value).toEqual(['ECHO', '1']);
    expect(requests.next().value).toEqual(['PING']);
    expect(() => requests.next()).toThrow('Protocol error');
  },
);

test.each(['*2147483647\r\n', '*1\r\n$536870912\r\n', '*2147483647\r\n$536870912\r\n'])(
  'the lengths in %j allocate nothing before the bytes are there',
  (announcement) => {
    const decoder = new RequestDecoder();
    const before = memory();
    expect([...decoder.decode(bytes(announcement))]).toEqual([]);
    expect([...decoder.decode(bytes('$4\r\nPING\r\n'))]).toEqual([]);
    expect(memory() - before).toBeLessThan(1024 * 1024);
  },
);

// Redis moves past these bytes without a look at them; so does whatever was written against Redis.
test('the byte after CR is not looked at, nor are the two after an argument', () => {
  const frame = '*2\r.$4\r.ECHO..$2\r.hi..';
  expect(requestsIn([frame + PING])).toEqual([['ECHO', 'hi'], ['PING']]);
  expect(requestsIn(byteByByte(frame + PING))).toEqual([['ECHO', 'hi'], ['PING']]);
});

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
