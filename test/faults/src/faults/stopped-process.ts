import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, exchangeAll } from '../client/batches.ts';
import { Connection, toBytes } from '../client/connection.ts';
import { bulk, integer, NULL, OK, request } from '../client/wire-format.ts';
import { achieved } from '../findings.ts';
import { count } from '../output/format.ts';
import { type Fault, scaled } from './fault.ts';

const KEYS = 1000;
/** How long after it is stored every other key expires. */
const EXPIRE_AFTER_MS = 1500;
const STOPPED_MS = 3000;

/** Time passes for a process that is stopped, and it counts no ticks of it: the first who asks must not see that. */
export const stoppedProcess: Fault = {
  name: 'stopped',
  title: 'the process is stopped for 3 s, past deadlines',
  needs: 'deadlines',
  leaves: 'server',
  async strike(server, scale) {
    const keys = Array.from({ length: scaled(KEYS, scale) }, (_, index) => `key:${index}`);
    const isMortal = (index: number) => index % 2 === 0;
    const client = await Connection.open(server);
    try {
      const stores = keys.map((key, index): Exchange => {
        const options = isMortal(index) ? ['PX', String(EXPIRE_AFTER_MS)] : [];
        return [request('SET', key, 'value', ...options), OK];
      });
      await exchangeAll(client, stores);
      process.kill(server.pid, 'SIGSTOP');
      await sleep(STOPPED_MS);
      // They wait for the server, so that nothing comes before them when it goes on.
      client.socket.write(keys.map((key) => request('GET', key)).join(''));
      process.kill(server.pid, 'SIGCONT');
      const replies = keys.map((_, index) => (isMortal(index) ? NULL : bulk('value')));
      await client.receive(toBytes(replies.join('')));
      const left = keys.filter((_, index) => !isMortal(index)).length;
      await client.ask(request('DBSIZE'), integer(left));
      return [achieved('the first replies after it goes on are right', count(keys.length))];
    } finally {
      client.leave();
      if (server.isRunning()) process.kill(server.pid, 'SIGCONT');
    }
  },
};
