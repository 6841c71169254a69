import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address, RunningServer } from '@toy-redis/conformance';
import { keepBusy, leaveAll, openMany } from '../client/crowd.ts';
import { exactly, finding } from '../findings.ts';
import { measureUntil, patience } from '../wait.ts';
import { type Fault, scaled } from './fault.ts';

const CLIENTS = 50;
const LOAD_BEFORE_SIGNAL_MS = 500;
/** What a server prints as long as all is well. */
const EXPECTED_LINE = /^(Listening on|Lost a client:) /;

/** Whoever runs a server ends it like this, at any moment. */
export const sigterm: Fault = {
  name: 'sigterm',
  title: 'SIGTERM under load',
  leaves: 'nothing',
  async strike(server, scale) {
    const patienceMs = patience(scale);
    const clients = await openMany(server, scaled(CLIENTS, scale), { patienceMs });
    try {
      const load = clients.map((each, index) => keepBusy(each, `key:${index}`, Infinity).catch(() => {}));
      await sleep(LOAD_BEFORE_SIGNAL_MS);
      process.kill(server.pid, 'SIGTERM');
      const [isGone, ...ended] = await Promise.all([
        measureUntil(() => !server.isRunning(), Boolean, patienceMs),
        ...clients.map((each) => each.isEnded()),
      ]);
      // What it printed comes after it is gone.
      if (isGone) await Promise.all([server.stop(), ...load]);
      return [
        finding('the process ends', isGone ? 'it does' : 'it goes on', isGone),
        finding('it prints no crash', unexpectedOutput(server) || 'nothing', unexpectedOutput(server) === ''),
        exactly('clients that see the connection end', ended.filter(Boolean).length, clients.length),
        finding('the port is free again', ...(await isFree(server))),
      ];
    } finally {
      leaveAll(clients);
    }
  },
};

function unexpectedOutput(server: RunningServer): string {
  const lines = server.output().split('\n');
  return lines.filter((line) => line !== '' && !EXPECTED_LINE.test(line)).join('\n');
}

/** Whether another server could listen there now, in words and as it is. */
async function isFree({ host, port }: Address): Promise<[string, boolean]> {
  const another = createServer();
  try {
    await once(another.listen(port, host), 'listening');
    return ['another server listens on it', true];
  } catch (error) {
    return [String(error), false];
  } finally {
    another.close();
  }
}
