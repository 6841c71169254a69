import { type Abilities, probe } from '@toy-redis/bench/abilities';
import { UsageError } from '@toy-redis/bench/errors';
import type { Servers } from '@toy-redis/bench/servers';
import type { Fault } from './faults/fault.ts';
import { type Subject, startOf } from './server/launch.ts';

/** Faults to be tried on a server, and those that it cannot take part in. */
export type Trial = { subject: Subject; faults: Fault[]; leftOut: Fault[] };

/**
 * Asks each server what it can do, and leaves out what is beyond it. Throws a UsageError if nothing is left,
 * and a NotStartedError if a server does not listen.
 */
export async function planTrials(
  subjects: Subject[],
  faults: Fault[],
  servers: Servers,
  say: (line: string) => void,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  const unable: string[] = [];
  for (const subject of subjects) {
    const { stores, expires } = await askAbilities(subject, servers);
    const suitable = faults.filter(({ needs }) => stores && (needs === undefined || expires));
    const leftOut = faults.filter((fault) => !suitable.includes(fault));
    if (suitable.length > 0) trials.push({ subject, faults: suitable, leftOut });
    else
      unable.push(`${subject.name}, as ${stores ? 'its keys have no deadlines' : 'it does not store keys'}`);
  }
  if (trials.length === 0) throw new UsageError(`--steps: nothing can be tried on ${unable.join('; ')}`);
  for (const each of unable) say(`Left out: ${each}.`);
  return trials;
}

async function askAbilities(subject: Subject, servers: Servers): Promise<Abilities> {
  const server = await servers.start({ start: startOf(subject, {}) });
  try {
    return await probe(server);
  } finally {
    await server.stop();
  }
}
