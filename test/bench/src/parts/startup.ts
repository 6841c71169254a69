import { setTimeout as sleep } from 'node:timers/promises';
import { type Address, NotStartedError } from '@toy-redis/conformance';
import type { Options } from '../options.ts';
import { compare } from '../rounds.ts';
import { ask, frame, openSocket } from '../servers/connection.ts';
import { type Contender, finalists } from '../servers/contenders.ts';
import { figureOf } from '../statistics.ts';
import { type PlannedPart, planPart, type Run } from './part.ts';

const ROUNDS = 7;
const READY_WITHIN = 15_000;

/** The time from the start of the process to the first reply. */
export function planStartup(options: Options, contenders: Contender[], run: Run): PlannedPart {
  const trial = {
    title: 'to the first reply',
    contenders: finalists(contenders, () => true),
    measure: (contender: Contender) => firstReplyMs(contender, run),
    expectedSeconds: 0.3,
  };
  const rounds = options.rounds ?? ROUNDS;
  const schedule = { trials: [trial], rounds, warmUps: 1 };
  return planPart('startup', schedule, run, (samples = new Map()) => ({
    startup: { servers: compare(samples, (own, redis) => ({ firstReplyMs: figureOf(own, redis) })) },
  }));
}

/** On the port that the contender had: it has been stopped, so that is free. */
async function firstReplyMs(contender: Contender, { servers }: Run): Promise<number> {
  const { host, port } = contender.server;
  const began = performance.now();
  const server = servers.run(contender, port);
  try {
    while (!(await replies({ host, port }))) {
      const tooLate = performance.now() - began > READY_WITHIN;
      if (tooLate || !server.isRunning()) throw new NotStartedError(contender.start, port, server.output());
      await sleep(1);
    }
    return performance.now() - began;
  } finally {
    await server.stop();
  }
}

async function replies(address: Address): Promise<boolean> {
  try {
    const socket = await openSocket(address);
    await ask(socket, frame('PING'), /^\+PONG\r\n$/);
    socket.destroy();
    return true;
  } catch {
    return false;
  }
}
