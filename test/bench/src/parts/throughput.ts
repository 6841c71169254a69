import { type Options, scaled } from '../options.ts';
import type { Load, Workload } from '../results.ts';
import { type Contender, isContest } from '../servers/contenders.ts';
import { loadKeys } from '../servers/loader.ts';
import { compareLoads, type LoadTrial, loadTrial } from './loads.ts';
import { type PlannedPart, planPart, type Run } from './part.ts';

const CONNECTIONS = 50;
const VALUE_BYTES = 64;
const KEYS = 100_000;
const ROUNDS = 7;

/** Requests a second, waits and CPU time, for each workload at each pipeline depth. */
export function planThroughput(options: Options, contenders: Contender[], run: Run): PlannedPart {
  const trials = trialsFor(options, contenders, run.signal);
  const rounds = options.rounds ?? ROUNDS;
  const schedule = { trials, rounds, warmUps: 1 };
  const part = planPart('throughput', schedule, run, (...samples) => ({
    throughput: compareLoads(trials, samples),
  }));
  return {
    ...part,
    measure: async () => {
      // So that each GET finds its key.
      const storing = contenders.filter(({ abilities }) => abilities.stores);
      for (const { server } of storing) await loadKeys(server, KEYS, VALUE_BYTES);
      return await part.measure();
    },
  };
}

function trialsFor(
  { depths, workloads, scale }: Options,
  all: Contender[],
  signal: AbortSignal,
): LoadTrial[] {
  const trialOf = (workload: Workload, pipelineDepth: number, contenders: Contender[]) => {
    const requests = scaled(requestsAt(pipelineDepth), scale);
    const load: Load = {
      workload,
      pipelineDepth,
      connections: CONNECTIONS,
      valueBytes: VALUE_BYTES,
      keys: KEYS,
      requests,
    };
    const title = `${workload}, ${pipelineDepth} deep`;
    return loadTrial({ load, title, expectedSeconds: 0.1 + scale }, contenders, signal);
  };
  const pingOnly = workloads.includes('PING') ? [] : besideThoseWithoutKeys(all);
  return depths
    .flatMap((depth) => [
      ...workloads.map((workload) => trialOf(workload, depth, all)),
      trialOf('PING', depth, pingOnly),
    ])
    .filter(({ contenders }) => isContest(contenders));
}

/** A server that stores nothing can only be asked to PING, and so are those it is held against. */
function besideThoseWithoutKeys(contenders: Contender[]): Contender[] {
  return contenders.filter(
    ({ kind, abilities }) => kind === 'limit' || kind === 'redis' || !abilities.stores,
  );
}

/** About a second's worth. */
function requestsAt(pipelineDepth: number): number {
  if (pipelineDepth < 8) return 100_000;
  return pipelineDepth < 32 ? 500_000 : 1_000_000;
}
