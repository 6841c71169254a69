import { describe, expect, it } from 'vitest';
import { isSame } from '../src/compare/compare.ts';
import { read } from '../src/compare/reading.ts';
import { splitReplies } from '../src/compare/replies.ts';
import type { Outcome } from '../src/input.ts';

/** All of it took 5 ms, of which the clock may show 2 more on either side. */
const span = { from: 2_000_000_000_000, to: 2_000_000_000_005 };
const open = (bytes: string): Outcome => ({ bytes, state: 'open' });
const closed = (bytes: string): Outcome => ({ bytes, state: 'closed' });
const reset = (bytes: string): Outcome => ({ bytes, state: 'reset' });
const LONG = `+${'x'.repeat(70_000)}\r\n`;
const hello = (id: number, mode = 'standalone') =>
  `*4\r\n$2\r\nid\r\n:${id}\r\n$4\r\nmode\r\n$10\r\n${mode}\r\n`;

describe('two outcomes', () => {
  it.for([
    { sent: 'PING\r\n', ours: open('+PONG\r\n'), redis: open('+PONG\r\n'), same: true },
    { sent: 'PING\r\n', ours: open('+PONG\r\n'), redis: open('+PONG \r\n'), same: false },
    { sent: 'PING\r\n', ours: open('+PONG\r\n'), redis: open('+PONG\r\n+PONG\r\n'), same: false },
    {
      sent: 'QUIT\r\n',
      ours: open('+OK\r\n'),
      redis: closed('+OK\r\n'),
      same: false,
    },
    ...[
      { ours: closed('+OK\r\n'), redis: reset('+O'), same: true },
      { ours: reset('+OK\r\n'), redis: closed('+OK\r\n'), same: true },
      { ours: open('+OK\r\n'), redis: reset('+OK\r\n'), same: false },
      { ours: closed('+OK\r\n'), redis: reset('+NO'), same: false },
      { ours: reset('+O'), redis: reset('+OK\r\n'), same: false },
      { ours: closed('+OK\r\n'), redis: closed('+O'), same: false },
      { ours: closed(`${LONG}+OK\r\n`), redis: closed(LONG), same: true },
      { ours: closed(LONG), redis: closed(`${LONG}+OK\r\n`), same: false },
      { ours: open(`${LONG}+OK\r\n`), redis: open(LONG), same: false },
    ].map((each) => ({ sent: 'QUIT\r\nPING\r\n', ...each })),
    { sent: 'HELLO\r\n', ours: open(hello(1)), redis: open(hello(99)), same: true },
    { sent: 'HELLO\r\n', ours: open(hello(1)), redis: open(hello(99, 'sentinel  ')), same: false },
    { sent: 'ECHO x\r\n', ours: open(hello(1)), redis: open(hello(99)), same: false },
    { sent: 'PTTL a\r\n', ours: open(':99991\r\n'), redis: open(':100000\r\n'), same: true },
    { sent: 'PTTL a\r\n', ours: open(':99990\r\n'), redis: open(':100000\r\n'), same: false },
    ...[
      { set: 'PEXPIRE a 100504', seconds: [100, 101], same: true },
      { set: 'PEXPIRE a 100520', seconds: [100, 101], same: false },
      { set: 'EXPIRE a 100', seconds: [99, 100], same: false },
      { set: 'PEXPIRE a 100504', seconds: [99, 101], same: false },
      { set: 'SET a 1 PXAT 2000000100504', seconds: [100, 101], same: true },
      { set: 'PEXPIREAT a 2000000100490', seconds: [100, 101], same: false },
    ].map(({ set, seconds: [first, second], same }) => ({
      sent: `${set}\r\nTTL a\r\n`,
      ours: open(`:1\r\n:${first}\r\n`),
      redis: open(`:1\r\n:${second}\r\n`),
      same,
    })),
    { sent: 'TTL a\r\n', ours: open(':-1\r\n'), redis: open(':-2\r\n'), same: false },
    { sent: 'DBSIZE\r\n', ours: open(':1\r\n'), redis: open(':2\r\n'), same: false },
    { sent: 'EXPIRETIME a\r\n', ours: open(':99\r\n'), redis: open(':100\r\n'), same: false },
    {
      sent: 'PEXPIRE a 499\r\nEXPIRETIME a\r\n',
      ours: open(':1\r\n:2000000000\r\n'),
      redis: open(':1\r\n:2000000001\r\n'),
      same: true,
    },
    {
      sent: 'EXPIRE a 99\r\nEXPIRETIME a\r\n',
      ours: open(':1\r\n:99\r\n'),
      redis: open(':1\r\n:100\r\n'),
      same: false,
    },
    {
      sent: 'EXPIREAT a 99\r\nEXPIRETIME a\r\n',
      ours: open(':1\r\n:99\r\n'),
      redis: open(':1\r\n:100\r\n'),
      same: false,
    },
  ])('$ours and $redis after $sent: $same', ({ sent, ours, redis, same }) => {
    expect(isSame({ ours, redis, span }, read(sent))).toBe(same);
  });
});

describe('requests', () => {
  it.for([
    { bytes: '*2\r\n$4\r\nECHO\r\n$1\r\na\r\nPING\r\n', requests: [['ECHO', 'a'], ['PING']] },
    { bytes: '*1\r\n$4\r\nPINGxx\r\n*0\r\n*-1\r\nPING\r\n', requests: [['PING'], ['PING']] },
    { bytes: 'ECHO "a\\x00\\n" \'b\\\'\\n\' c"d"\n', requests: [['ECHO', 'a\0\n', "b'\\n", 'cd']] },
    {
      bytes: 'ECHO a\vb\n\v\fECHO "a"\v\'b\'\f\n',
      requests: [
        ['ECHO', 'a\vb'],
        ['ECHO', 'a', 'b'],
      ],
    },
    { bytes: 'PING\r\nECHO "a\r\nPING\r\n', requests: [['PING']] },
    { bytes: 'PING\r\n*1\r\n+PING\r\nPING\r\n', requests: [['PING']] },
    { bytes: 'PING\r\n*01\r\n$4\r\nPING\r\n', requests: [['PING']] },
    { bytes: 'PING\r\n*2\r\n$4\r\nPI', requests: [['PING']] },
  ])('in $bytes are read', ({ bytes, requests }) => {
    expect(read(bytes).requests).toEqual(requests);
  });
});

describe('replies', () => {
  it.for([
    ['+OK\r\n', ':1\r\n', '$-1\r\n', '$4\r\na\r\nb\r\n', '_\r\n'],
    ['*2\r\n$1\r\na\r\n*1\r\n:1\r\n', '%1\r\n+a\r\n*0\r\n', '-ERR no\r\n', '*0\r\n'],
    ['+OK\r\n', '$5\r\nabc'],
    ['+OK\r\n', 'what?\r\n+OK\r\n'],
  ])('%o are told apart', (...args) => {
    const [replies] = args;
    expect(splitReplies(replies.join(''))).toEqual(replies);
  });
});
