import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, exchangeAll } from '../client/batches.ts';
import { Connection } from '../client/connection.ts';
import { integer, NULL, OK, request } from '../client/wire-format.ts';
import { exactly, finding, growsAtMost } from '../findings.ts';
import { usedBytes } from '../server/memory.ts';
import { type Fault, scaled } from './fault.ts';

const KEYS = 100_000;
const VALUE = 'x'.repeat(1000);
const ALL_EXPIRE_WITHIN_MS = 500;
const MOST_LEFT_BYTES = 2 * 1024 * 1024;

/** Active expiry is for the keys that nobody asks for; what clients see must not depend on it. */
export const noTimers: Fault = {
  name: 'no-timers',
  title: 'no interval ever fires',
  launch: { intervals: 'never' },
  needs: 'deadlines',
  leaves: 'server',
  async strike(server, scale) {
    const keys = Array.from({ length: scaled(KEYS, scale) }, (_, index) => `key:${index}`);
    const client = await Connection.open(server);
    try {
      const before = await usedBytes(server);
      await exchangeAll(
        client,
        keys.map((key): Exchange => [request('SET', key, VALUE, 'EX', '1000'), OK]),
      );
      const deadline = Date.now() + ALL_EXPIRE_WITHIN_MS;
      await exchangeAll(client, hasten(keys, deadline));
      await sleep(Math.max(0, deadline + 1 - Date.now()));
      const right = await exchangeAll(
        client,
        keys.map((key): Exchange => [request('GET', key), NULL]),
      );
      await client.ask(request('DBSIZE'), integer(0));
      const isHeld = server.output().includes('no interval fires\n');
      return [
        finding('no interval fires in this process', isHeld ? 'none does' : 'they do', isHeld),
        exactly('expired keys that GET does not find', right, keys.length),
        growsAtMost(
          'used memory, once they were asked for',
          before,
          await usedBytes(server),
          MOST_LEFT_BYTES,
        ),
      ];
    } finally {
      client.leave();
    }
  },
};

function hasten(keys: string[], deadline: number): Exchange[] {
  return keys.map((key) => [request('PEXPIREAT', key, String(deadline)), integer(1)]);
}
