import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, exchangeAll } from '../client/batches.ts';
import { Connection, toBytes } from '../client/connection.ts';
import { bulk, integer, NULL, OK, request } from '../client/wire-format.ts';
import { achieved } from '../findings.ts';
import { count } from '../output/format.ts';
import { type Fault, scaled } from './fault.ts';

const KEYS = 1000;
/** Of half of the keys, in ms after they were stored; the others have none. */
const DEADLINE = 1500;
const STOPPED = 3000;

/** Time passes for a process that is stopped, and no timer of it: the first reads find that out. */
export const stoppedProcess: Fault = {
  name: 'stopped',
  title: 'the process is stopped for 3 s, past deadlines',
  leaves: 'server',
  async strike(server, scale) {
    const keys = Array.from({ length: scaled(KEYS, scale) }, (_, index) => `key:${index}`);
    const isMortal = (index: number) => index % 2 === 0;
    const client = await Connection.open(server);
    try {
      const stores = keys.map((key, index): Exchange => {
        const options = isMortal(index) ? ['PX', String(DEADLINE)] : [];
        return [request('SET', key, 'value', ...options), OK];
      });
      await exchangeAll(client, stores);
      process.kill(server.pid, 'SIGSTOP');
      await sleep(STOPPED);
      // They wait for the server, so that nothing comes before them when it goes on.
      client.socket.write(keys.map((key) => request('GET', key)).join(''));
      process.kill(server.pid, 'SIGCONT');
      const replies = keys.map((_, index) => (isMortal(index) ? NULL : bulk('value')));
      await client.receive(toBytes(replies.join('')));
      const left = keys.filter((_, index) => !isMortal(index)).length;
      await client.ask(request('DBSIZE'), integer(left));
      return [achieved('the first replies after it goes on are right', count(keys.length))];
    } finally {
      process.kill(server.pid, 'SIGCONT');
      client.leave();
    }
  },
};
