import type { Connection } from './connection.ts';

/** A request and the reply it must have, both as bytes of one character each. */
export type Exchange = readonly [request: string, reply: string];

const AT_ONCE = 1000;

/**
 * Sends requests, a thousand at once, and holds each reply against what it must be; resolves to how
 * many there were. Throws a FaultError at the first that is another.
 */
export async function exchangeAll(connection: Connection, exchanges: Iterable<Exchange>): Promise<number> {
  let [requests, replies, pending, total] = ['', '', 0, 0];
  for (const [request, reply] of exchanges) {
    requests += request;
    replies += reply;
    total++;
    if (++pending < AT_ONCE) continue;
    await connection.ask(requests, replies);
    [requests, replies, pending] = ['', '', 0];
  }
  if (pending > 0) await connection.ask(requests, replies);
  return total;
}
