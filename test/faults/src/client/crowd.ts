import type { Address } from '@toy-redis/conformance';
import { Connection, type ConnectionOptions } from './connection.ts';
import { bulk, OK, PING, PONG, request } from './wire-format.ts';

const OPENED_AT_ONCE = 100;

/** Opens many connections, not all at the same moment, so that each is accepted. */
export async function openMany(
  address: Address,
  howMany: number,
  options?: ConnectionOptions,
): Promise<Connection[]> {
  const all: Connection[] = [];
  while (all.length < howMany) {
    const more = Math.min(OPENED_AT_ONCE, howMany - all.length);
    all.push(...(await Promise.all(Array.from({ length: more }, () => Connection.open(address, options)))));
  }
  return all;
}

export function leaveAll(connections: Connection[]): void {
  for (const connection of connections) connection.leave();
}

/** Some rounds of what clients do, with a key of one's own; resolves to how many replies were right. */
export async function keepBusy(connection: Connection, key: string, rounds: number): Promise<number> {
  for (let round = 0; round < rounds; round++) {
    const value = `${key} in round ${round}`;
    await connection.ask(PING, PONG);
    await connection.ask(request('SET', key, value), OK);
    await connection.ask(request('GET', key), bulk(value));
  }
  return 3 * rounds;
}

/** Keeps a connection busy until it is told to stop; then says how many replies were right. */
export function startWitness(connection: Connection): { stop: () => Promise<number> } {
  let isOver = false;
  const watch = async () => {
    let right = 0;
    while (!isOver) right += await keepBusy(connection, 'witness', 1);
    return right;
  };
  const watched = watch();
  // A wrong reply is reported when the witness is asked, not before.
  watched.catch(() => {});
  return {
    stop: () => {
      isOver = true;
      return watched;
    },
  };
}
