import { integerIn } from '../compare/replies.ts';
import { type Deadline, deadlinesOf, nameOf } from './deadlines.ts';
import type { Asked, Forgiven } from './known.ts';

/** Either clock may have ticked just before or after. */
const TICK_MS = 2n;
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
    why: 'It runs: the servers are not asked at once, but no further apart than all of it took.',
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
function differsByLag({ request, earlier, ours, redis, span }: Asked, inSeconds: string, inMs: string) {
  const [a, b] = [integerIn(ours), integerIn(redis)];
  if (a === undefined || b === undefined || a < 0n || b < 0n) return false;
  const apart = a > b ? a - b : b - a;
  const [from, to] = [BigInt(span.from) - TICK_MS, BigInt(span.to) + TICK_MS];
  if (nameOf(request) === inMs) return apart <= to - from;
  if (nameOf(request) !== inSeconds || apart > 1n) return false;
  /** A deadline, or the time left to it, if the server has looked at the clock at a time. */
  const timeAt = ({ ms, from: zero }: Deadline, now: bigint) => {
    if (inSeconds === 'ttl') return zero === 'now' ? ms + from - now : ms - now;
    return zero === 'now' ? ms + now : ms;
  };
  return earlier
    .flatMap(deadlinesOf)
    .some((deadline) => toSeconds(timeAt(deadline, from)) !== toSeconds(timeAt(deadline, to)));
}

/** Rounded to the nearest, as Redis does. */
function toSeconds(ms: bigint): bigint {
  return (ms + 500n) / 1000n;
}
