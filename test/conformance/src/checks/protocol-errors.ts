import type { Check } from '../check.ts';
import { frame } from '../resp.ts';
import type { Session } from '../session.ts';
import { fromResp } from './cells.ts';

const KIB = 1024;

/** Sends each of these on a connection of its own; expects the error, and that the connection is closed. */
async function refused(session: Session, problem: string, requests: string[]): Promise<void> {
  for (const request of requests) {
    const wire = await session.connect();
    await wire.expect(request, `-ERR Protocol error: ${problem}\r\n`);
    await wire.expectClosed();
  }
}

const common = { tier: 'full', steps: fromResp } as const;

export const protocolErrorChecks: Check[] = [
  {
    ...common,
    id: 'protocol/multibulk-length',
    title: 'A number of arguments that is no number, or too large, is a protocol error',
    needs: ['resp/echo'],
    why: 'After bytes that make no sense nobody knows where the next request begins. All that is left is to stop.',
    hint: 'Reply -ERR Protocol error: invalid multibulk length and close. 2147483647 is still allowed.',
    run: (session) =>
      refused(session, 'invalid multibulk length', [
        '*x\r\n',
        '*\r\n',
        '*1x\r\n',
        '*01\r\n',
        '*+1\r\n',
        '* 1\r\n',
        '*2147483648\r\n',
        '*99999999999999999999\r\n',
      ]),
  },
  {
    ...common,
    id: 'protocol/bulk-length',
    title: 'A length that is no number, negative, or above 512 MB is a protocol error',
    needs: ['resp/echo'],
    why: 'Whoever trusts a length reads memory that is not theirs, or waits for bytes that never come.',
    hint: 'Reply -ERR Protocol error: invalid bulk length and close. 536870912 is still allowed.',
    run: (session) =>
      refused(session, 'invalid bulk length', [
        '*1\r\n$x\r\n',
        '*1\r\n$\r\n',
        '*1\r\n$-1\r\n',
        '*1\r\n$04\r\nPING\r\n',
        '*1\r\n$536870913\r\n',
        '*1\r\n$4 \r\nPING\r\n',
      ]),
  },
  {
    ...common,
    id: 'protocol/expected-dollar',
    title: 'An argument that is no bulk string is a protocol error that says what came',
    needs: ['resp/echo'],
    why: 'The arguments of a request are bulk strings; nothing else has a length.',
    hint: "Reply -ERR Protocol error: expected '$', got '…', with the byte that came, and close.",
    async run(session) {
      await refused(session, "expected '$', got '+'", ['*1\r\n+PING\r\n']);
      await refused(session, "expected '$', got ':'", ['*2\r\n$4\r\nECHO\r\n:1\r\n']);
      await refused(session, "expected '$', got 'P'", ['*1\r\nPING\r\n']);
    },
  },
  {
    ...common,
    id: 'protocol/too-big-inline',
    title: 'A line that goes on for more than 64 KB is a protocol error',
    needs: ['inline/words'],
    why: 'Without a bound, a client that never sends \\n fills the memory of the server.',
    hint: 'Reply -ERR Protocol error: too big inline request and close.',
    run: (session) => refused(session, 'too big inline request', ['x'.repeat(100 * KIB)]),
  },
  {
    ...common,
    id: 'protocol/too-big-counts',
    title: 'A count or a length that goes on for more than 64 KB is a protocol error',
    needs: ['protocol/bulk-length'],
    why: 'A number that never ends is another way to fill the memory of the server.',
    hint: 'Reply …: too big mbulk count string, or …: too big bulk count string, and close.',
    async run(session) {
      await refused(session, 'too big mbulk count string', [`*${'1'.repeat(100 * KIB)}`]);
      await refused(session, 'too big bulk count string', [`*1\r\n$${'1'.repeat(100 * KIB)}`]);
    },
  },
  {
    ...common,
    id: 'protocol/answers-first',
    title: 'What was asked before a protocol error is answered before it is reported',
    needs: ['protocol/multibulk-length', 'resp/pipelined'],
    why: 'Those requests were fine; their client waits for the replies.',
    hint: 'Decode one request, answer it, decode the next: do not decode a whole chunk before the first reply.',
    async run(session) {
      const wire = await session.connect();
      const error = '-ERR Protocol error: invalid multibulk length\r\n';
      await wire.expect(`${frame('ECHO', 'hey')}${frame('PING')}*x\r\n`, `$3\r\nhey\r\n+PONG\r\n${error}`);
      await wire.expectClosed();
    },
  },
  {
    ...common,
    id: 'protocol/promises-cost-nothing',
    title: 'A large request that was announced and does not come costs the others nothing',
    needs: ['protocol/bulk-length', 'concurrent/two-clients'],
    why: 'A hundred clients that announce 512 MB each must not use up 50 GB.',
    hint: 'Take memory for what has arrived, not for what was announced.',
    async run(session) {
      const wire = await session.connect();
      await wire.expect(frame('ECHO', 'hey'), '$3\r\nhey\r\n');
      const waiting = await session.connectAll(100);
      for (const [i, wire] of waiting.entries()) {
        await wire.send(i % 2 ? '*2147483647\r\n' : '*2\r\n$4\r\nECHO\r\n$536870912\r\nhey');
      }
      await wire.expect(frame('ECHO', 'hey'), '$3\r\nhey\r\n');
      for (const each of waiting) await each.expectSilence(1);
    },
  },
];
