import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from '@toy-redis/conformance';
import { BenchError } from '../errors.ts';
import { fewRounds, type Options, scaled } from '../options.ts';
import type { ExpiryFigures } from '../results.ts';
import { compare } from '../rounds.ts';
import { ask, frame, openSocket } from '../servers/connection.ts';
import { type Contender, finalists } from '../servers/contenders.ts';
import { loadKeys } from '../servers/loader.ts';
import { figureIfKnown, figureOf, spreadOf } from '../statistics.ts';
import { longestWaitWhile, type Waits } from './longest-wait.ts';
import { inFreshProcess, type PlannedPart, planPart, type Run } from './part.ts';

type ExpirySample = Waits & { lastKeyGoneSeconds: number | null };

const KEYS = 1_000_000;
const VALUE_BYTES = 64;
/** How many times longer than expected the loading may take; if it does, the next is tried. */
const MARGINS = [2, 4, 8];
const WATCHES_BEFORE = 500;
const LOOKS_EVERY = 100;
const GIVES_UP_AFTER = 30_000;

/** How long others wait while many keys expire at the same moment, and until when the last is gone. */
export function planExpiry(options: Options, contenders: Contender[], run: Run): PlannedPart {
  const keys = scaled(KEYS, options.scale);
  const trial = {
    title: `${keys} keys with the same deadline`,
    contenders: finalists(contenders, ({ expires }) => expires),
    measure: (contender: Contender) => inFreshProcess(contender, run, (server) => watchExpiry(server, keys)),
    expectedSeconds: 10,
  };
  const schedule = { trials: [trial], rounds: fewRounds(options), warmUps: 0 };
  return planPart('expiry', schedule, run, (samples = new Map()) => ({
    expiry: { keys, valueBytes: VALUE_BYTES, servers: compare(samples, expiryFigures) },
  }));
}

async function watchExpiry(server: Address, keys: number): Promise<ExpirySample> {
  const socket = await openSocket(server);
  try {
    const deadline = await loadToExpire(server, keys, socket);
    await sleep(deadline - Date.now() - WATCHES_BEFORE);
    let goneAt: number | null = null;
    const untilAllAreGone = async () => {
      await sleep(deadline - Date.now());
      goneAt = await timeWhenEmpty(socket, deadline + GIVES_UP_AFTER);
    };
    const waits = await longestWaitWhile(server, untilAllAreGone);
    return { ...waits, lastKeyGoneSeconds: goneAt === null ? null : (goneAt - deadline) / 1000 };
  } finally {
    socket.destroy();
  }
}

/**
 * Stores keys that all expire at the returned time (ms since 1970), which is ahead. How far ahead it
 * must be is told by a twentieth of them, loaded first.
 */
async function loadToExpire(server: Address, keys: number, socket: Socket): Promise<number> {
  const began = Date.now();
  await loadKeys(server, Math.ceil(keys / 20), VALUE_BYTES, 'PXAT', String(began + 3_600_000));
  const expected = 20 * (Date.now() - began);
  for (const margin of MARGINS) {
    const deadline = Date.now() + margin * expected + 2 * WATCHES_BEFORE;
    await loadKeys(server, keys, VALUE_BYTES, 'PXAT', String(deadline));
    const stored = await sizeOf(socket);
    if (Date.now() < deadline - WATCHES_BEFORE && stored === keys) return deadline;
  }
  throw new BenchError(`expected ${keys} keys to be there before their deadline, but loading took too long`);
}

/** When DBSIZE said 0 (ms since 1970); null if it did not until the end. */
async function timeWhenEmpty(socket: Socket, end: number): Promise<number | null> {
  while (Date.now() < end) {
    if ((await sizeOf(socket)) === 0) return Date.now();
    await sleep(LOOKS_EVERY);
  }
  return null;
}

async function sizeOf(socket: Socket): Promise<number> {
  const reply = await ask(socket, frame('DBSIZE'), /^:\d+\r\n$/, GIVES_UP_AFTER);
  return Number(reply.slice(1));
}

function expiryFigures(own: ExpirySample[], redis: ExpirySample[]): ExpiryFigures {
  const figure = (of: (sample: ExpirySample) => number) => figureOf(own.map(of), redis.map(of));
  const gone = (sample: ExpirySample) => sample.lastKeyGoneSeconds;
  return {
    longestWaitMs: figure((sample) => sample.longestWaitMs),
    lastKeyGoneSeconds: figureIfKnown(own.map(gone), redis.map(gone)),
    clientPauseMs: spreadOf(own.map((sample) => sample.clientPauseMs)),
  };
}
