import type { Outcomes } from '../exchange/pair.ts';
import type { Outcome } from '../input.ts';
import { forgiven } from '../known/forgiven.ts';
import type { Reading } from './reading.ts';
import { splitReplies } from './replies.ts';

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

/**
 * The outcomes with every known difference taken away: ours says there what Redis says. What comes behind
 * a QUIT Redis does not read, and so the system resets the connection, and loses what Redis said last.
 */
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
  const isCut = redis.state === 'reset' && bytes.startsWith(redis.bytes);
  return { ours: { ...ours, bytes: isCut ? redis.bytes : bytes }, redis, span };
}
