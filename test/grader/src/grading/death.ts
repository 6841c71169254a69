import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '@toy-redis/conformance';
import { howItEnded, lastWords } from '../server/last-words.ts';
import type { ForkServer } from '../server/server.ts';

/** A server that hangs up may be about to die: it is given so long to do so, in ms. */
const DIES_WITHIN_MS = 500;
const LOOKS_EVERY_MS = 10;

/** How a server has died, "The server exited with code 1. It printed last: …", if it has by the end of a check. */
export function deathAfter(server: ForkServer, { mismatch }: Result): Promise<string | undefined> {
  const hungUp = ['closed', 'refused'].includes(mismatch?.outcome.kind ?? '');
  return deathWithin(server, hungUp ? DIES_WITHIN_MS : 0);
}

/** How a server has died, if it does so some time after a check. */
export function lateDeathAfter(server: ForkServer): Promise<string | undefined> {
  return deathWithin(server, DIES_WITHIN_MS);
}

async function deathWithin(server: ForkServer, ms: number): Promise<string | undefined> {
  const end = Date.now() + ms;
  while (server.isRunning() && Date.now() < end) await sleep(LOOKS_EVERY_MS);
  return server.isRunning() ? undefined : `${howItEnded(server)}. ${lastWords(server)}`;
}
