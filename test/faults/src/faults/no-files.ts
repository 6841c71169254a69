import type { RunningServer } from '@toy-redis/conformance';
import { Connection } from '../client/connection.ts';
import { leaveAll } from '../client/crowd.ts';
import { PING, PONG } from '../client/wire-format.ts';
import { atMost, exactly, finding } from '../findings.ts';
import { count } from '../output/format.ts';
import { measureUntil, patience } from '../wait.ts';
import type { Fault } from './fault.ts';

const OPEN_FILES = 64;
/** Fewer would not do, at whatever scale. */
const CLIENTS = 100;
const LEAVE = 20;

/** A connection is a file, and a process may open so many: nobody more comes in, and nobody else is hurt. */
export const noFiles: Fault = {
  name: 'no-files',
  title: '100 clients, where a process may open 64 files',
  launch: { openFiles: OPEN_FILES },
  leaves: 'server',
  async strike(server, scale) {
    const printedBefore = linesOf(server);
    const patienceMs = patience(scale);
    const clients: Connection[] = [];
    try {
      // One by one, so that those who come first are served.
      for (let index = 0; index < CLIENTS; index++)
        clients.push(await Connection.open(server, { patienceMs }));
      const served = await areServed(clients);
      const inside = clients.filter((_, index) => served[index]);
      const outside = clients.filter((_, index) => !served[index]);
      const turnedAway = await Promise.all(outside.map((each) => each.isEnded()));
      const stillServed = await areServed(inside);
      leaveAll(inside.slice(0, LEAVE));
      const isRecovered = await measureUntil(() => letsIn(server, patienceMs), Boolean, patienceMs);
      return [
        finding('it serves some', `${count(inside.length)} clients`, inside.length > 0),
        finding('there is no room for others', `${count(outside.length)} clients`, outside.length > 0),
        exactly('of those, clients that it turns away', turnedAway.filter(Boolean).length, outside.length),
        exactly('clients that are still served', stillServed.filter(Boolean).length, inside.length),
        atMost('lines that it prints about it', linesOf(server) - printedBefore, 1),
        finding('it lets in new ones when 20 leave', isRecovered ? PONG.trim() : 'it does not', isRecovered),
      ];
    } finally {
      leaveAll(clients);
    }
  },
};

async function areServed(clients: Connection[]): Promise<boolean[]> {
  return await Promise.all(clients.map(isServed));
}

async function isServed(client: Connection): Promise<boolean> {
  return await client.ask(PING, PONG).then(
    () => true,
    () => false,
  );
}

async function letsIn(server: RunningServer, patienceMs: number): Promise<boolean> {
  const client = await Connection.open(server, { patienceMs });
  const isIn = await isServed(client);
  client.leave();
  return isIn;
}

function linesOf(server: RunningServer): number {
  return server.output().split('\n').length - 1;
}
