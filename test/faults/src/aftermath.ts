import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServer } from '@toy-redis/conformance';
import { Connection } from './client/connection.ts';
import { OK, PING, PONG, request } from './client/wire-format.ts';
import { achieved, atMost } from './findings.ts';
import { megabytes } from './output/format.ts';
import type { Finding } from './results.ts';
import { usedBytes } from './server/memory.ts';
import { countSockets } from './server/proc.ts';
import { measureUntil, patience } from './wait.ts';

/** A server learns one by one of those who left, and its sockets close after that. */
const SETTLING_MS = 300;
/** What a server may keep: a share of what it used before, and what its workings vary by. */
const MOST_SHARE = 0.1;
const SLACK_BYTES = 1024 * 1024;

/** What a server holds while nobody is connected and nothing is stored. */
export type Rest = { sockets: number; bytes: number };

/** Takes stock of a server that has done some work already, so that nothing is new to it. */
export async function takeStock(server: RunningServer): Promise<Rest> {
  await flush(server);
  await sleep(SETTLING_MS);
  return { sockets: countSockets(server.pid), bytes: await usedBytes(server) };
}

/** Whether a server is as it was before. Throws a FaultError if it does not reply. */
export async function inspect(server: RunningServer, before: Rest, scale: number): Promise<Finding[]> {
  await flush(server);
  const sockets = await measureUntil(
    () => countSockets(server.pid),
    (figure) => figure <= before.sockets,
    patience(scale),
  );
  const most = before.bytes * (1 + MOST_SHARE) + SLACK_BYTES;
  const bytes = await measureUntil(
    () => usedBytes(server),
    (figure) => figure <= most,
    patience(scale),
  );
  return [
    achieved('afterwards PING is answered', PONG.trim()),
    atMost('sockets that are open afterwards', sockets, before.sockets),
    atMost('used memory afterwards', bytes, most, megabytes),
  ];
}

async function flush(server: RunningServer): Promise<void> {
  const client = await Connection.open(server);
  await client.ask(PING, PONG);
  await client.ask(request('FLUSHALL'), OK);
  client.leave();
}
