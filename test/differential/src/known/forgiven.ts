import { integerIn } from '../compare/replies.ts';
import { deadlinesOf, nameOf } from './deadlines.ts';
import type { Asked, Forgiven } from './known.ts';

/** So much may the clock go on between the two servers' looks at it. */
const LAG_MS = 500n;
const LAG_SECONDS = 1n;
const ID = /(\$2\r\nid\r\n):\d+\r\n/;

export const forgiven: readonly Forgiven[] = [
  {
    name: 'the id in the reply to HELLO',
    why: 'It is the number of the connection, and Redis has had others, which are not a client’s.',
    example: { chunks: ['HELLO\r\n'], ending: 'waits' },
    forgives: ({ request, ours, redis }) =>
      nameOf(request) === 'hello' && ours.replace(ID, '$1') === redis.replace(ID, '$1'),
  },
  {
    name: 'the time left, in TTL and PTTL',
    why: 'It runs: the servers are asked one after the other, at most 500 ms apart.',
    example: { chunks: ['SET key value PX 99999\r\n', 'PTTL key\r\n'], ending: 'waits' },
    forgives: (asked) => differsByLag(asked, 'ttl', 'pttl'),
  },
  {
    name: 'the deadline itself, in EXPIRETIME and PEXPIRETIME, if it was set from now on',
    why: 'Each server counts from its own now.',
    example: { chunks: ['SET key value PX 99999\r\n', 'PEXPIRETIME key\r\n'], ending: 'waits' },
    forgives: (asked) =>
      asked.earlier.flatMap(deadlinesOf).some(({ from }) => from === 'now') &&
      differsByLag(asked, 'expiretime', 'pexpiretime'),
  },
];

/** Whether both are times, neither −1 nor −2, and no further apart than the servers' looks at the clock. */
function differsByLag({ request, ours, redis }: Asked, inSeconds: string, inMs: string): boolean {
  const [a, b] = [integerIn(ours), integerIn(redis)];
  if (a === undefined || b === undefined || a < 0n || b < 0n) return false;
  const apart = a > b ? a - b : b - a;
  return (
    (nameOf(request) === inSeconds && apart <= LAG_SECONDS) || (nameOf(request) === inMs && apart <= LAG_MS)
  );
}
