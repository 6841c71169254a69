import { fewRounds, type Options, scaled } from '../options.ts';
import { compare } from '../rounds.ts';
import { type Contender, finalists } from '../servers/contenders.ts';
import { loadKeys } from '../servers/loader.ts';
import { figureIfKnown } from '../statistics.ts';
import { inFreshProcess, type PlannedPart, planPart, type Run } from './part.ts';
import { growthOf } from './resident-memory.ts';

const KEYS = 1_000_000;
const VALUE_BYTES = 64;

/** The memory that a key takes, together with its value. */
export function planMemory(options: Options, contenders: Contender[], run: Run): PlannedPart {
  const keys = scaled(KEYS, options.scale);
  const bytesPerKey = (contender: Contender) =>
    inFreshProcess(contender, run, async (server) => {
      const growth = await growthOf(server.pid, () => loadKeys(server, keys, VALUE_BYTES));
      return growth === null ? null : growth / keys;
    });
  const trial = {
    title: `${keys} keys`,
    contenders: finalists(contenders, ({ stores }) => stores),
    measure: bytesPerKey,
    expectedSeconds: 4,
  };
  const schedule = { trials: [trial], rounds: fewRounds(options), warmUps: 0 };
  return planPart('memory', schedule, run, (samples = new Map()) => {
    const servers = compare(samples, (own, redis) => ({ bytesPerKey: figureIfKnown(own, redis) }));
    return { memory: { keys, valueBytes: VALUE_BYTES, servers } };
  });
}
