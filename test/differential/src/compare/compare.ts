import type { Outcomes } from '../exchange/pair.ts';
import type { Outcome } from '../input.ts';
import { forgiven } from '../known/forgiven.ts';
import type { Reading } from './reading.ts';
import { splitReplies } from './replies.ts';

/** `NET_MAX_WRITES_PER_EVENT` in Redis's server.h. */
const REDIS_WRITES = 64 * 1024;

/**
 * Whether both servers have replied the same to the byte, and both keep the connection open or both have
 * closed it; but for what is known to differ.
 */
export function isSame(outcomes: Outcomes, reading: Reading): boolean {
  const { ours, redis } = forgive(outcomes, reading);
  return ours.bytes === redis.bytes && endOf(ours) === endOf(redis);
}

/** A reset is a closing, too. */
function endOf({ state }: Outcome): Outcome['state'] {
  return state === 'reset' ? 'closed' : state;
}

/** The outcomes with every known difference taken away: ours says there what Redis says. */
export function forgive({ ours, redis, span }: Outcomes, { requests }: Reading): Outcomes {
  if (ours.bytes === redis.bytes) return { ours, redis, span };
  const theirs = splitReplies(redis.bytes);
  const bytes = splitReplies(ours.bytes)
    .map((reply, index) => {
      const other = theirs[index];
      const request = requests[index];
      if (other === undefined || request === undefined || reply === other) return reply;
      const asked = { request, earlier: requests.slice(0, index), ours: reply, redis: other, span };
      return forgiven.some(({ forgives }) => forgives(asked)) ? other : reply;
    })
    .join('');
  const isForgiven = isCut(redis) && bytes.startsWith(redis.bytes);
  return { ours: { ...ours, bytes: isForgiven ? redis.bytes : bytes }, redis, span };
}

/**
 * Whether Redis may not have said all it wanted to say to a client that has sent more behind a QUIT or an
 * error of the protocol. Either the system resets the connection, as nobody has read that; or Redis reads
 * it, before the rest is written behind the first 64 KB, and then there is no rest.
 */
function isCut({ bytes, state }: Outcome): boolean {
  return state === 'reset' || (state === 'closed' && bytes.length >= REDIS_WRITES);
}
