import type { Socket } from 'node:net';
import type { RunningServer } from '@toy-redis/conformance';
import { fewRounds, type Options, scaled } from '../options.ts';
import { compare } from '../rounds.ts';
import { ask, frame, openSocket } from '../servers/connection.ts';
import { type Contender, finalists } from '../servers/contenders.ts';
import { obstacleToSockets } from '../servers/proc.ts';
import { figureIfKnown } from '../statistics.ts';
import { inFreshProcess, type PlannedPart, planPart, type Run } from './part.ts';
import { growthOf } from './resident-memory.ts';

const CONNECTIONS = 10_000;
const OPENED_AT_ONCE = 50;

/** The memory that a connection takes on which PING was said once, and no more. */
export function planIdleConnections(options: Options, contenders: Contender[], run: Run): PlannedPart {
  const connections = scaled(CONNECTIONS, options.scale);
  const trial = {
    title: `${connections} idle connections`,
    contenders: finalists(contenders, () => true),
    measure: (contender: Contender) =>
      inFreshProcess(contender, run, (server) => bytesPerConnection(server, connections)),
    expectedSeconds: 3,
  };
  const schedule = { trials: [trial], rounds: fewRounds(options), warmUps: 0 };
  const part = planPart('connections', schedule, run, (samples = new Map()) => {
    const servers = compare(samples, (own, redis) => ({ bytesPerConnection: figureIfKnown(own, redis) }));
    return { connections: { connections, servers } };
  });
  return { ...part, obstacle: obstacleToSockets(connections) };
}

async function bytesPerConnection(server: RunningServer, connections: number): Promise<number | null> {
  const sockets: Socket[] = [];
  try {
    const growth = await growthOf(server.pid, () => openAll(server, connections, sockets));
    return growth === null ? null : growth / connections;
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

async function openAll(server: RunningServer, connections: number, sockets: Socket[]): Promise<void> {
  const openOne = async () => {
    const socket = await openSocket(server);
    sockets.push(socket);
    await ask(socket, frame('PING'), /^\+PONG\r\n$/);
  };
  while (sockets.length < connections) {
    const more = Math.min(OPENED_AT_ONCE, connections - sockets.length);
    await Promise.all(Array.from({ length: more }, openOne));
  }
}
