import { type Options, scaled } from '../options.ts';
import { count, size } from '../output/format.ts';
import { type Contender, isContest } from '../servers/contenders.ts';
import { loadKeys } from '../servers/loader.ts';
import { obstacleToSockets } from '../servers/proc.ts';
import { compareLoads, type LoadPlan, type LoadTrial, loadTrial } from './loads.ts';
import { type PlannedPart, planPart, type Run } from './part.ts';

const CONNECTIONS = [1, 10, 100, 1000, 10_000];
/** The larger a value, the fewer there are: 100 MB of them at most. */
const VALUES = [
  { valueBytes: 16, keys: 10_000, requests: 100_000 },
  { valueBytes: 1024, keys: 10_000, requests: 100_000 },
  { valueBytes: 64 * 1024, keys: 1000, requests: 30_000 },
  { valueBytes: 1024 * 1024, keys: 100, requests: 1000 },
];
const ROUNDS = 3;

/** Requests a second over the number of connections, and over the size of values. */
export function planGrowth(options: Options, all: Contender[], run: Run): PlannedPart {
  const contenders = all.filter(({ kind }) => kind !== 'limit');
  const toTrial = (plan: LoadPlan) => withKeysLoaded(loadTrial(plan, contenders, run.signal));
  const hasContest = (trial: LoadTrial) => isContest(trial.contenders);
  const connections = overConnections(options, run).map(toTrial).filter(hasContest);
  const valueSizes = overValueSizes(options).map(toTrial).filter(hasContest);
  const trials = [...connections, ...valueSizes];
  const schedule = { trials, rounds: options.rounds ?? ROUNDS, warmUps: 1 };
  return planPart('growth', schedule, run, (...samples) => ({
    growth: {
      connections: compareLoads(connections, samples.slice(0, connections.length)),
      valueSizes: compareLoads(valueSizes, samples.slice(connections.length)),
    },
  }));
}

/** By the first workload alone: redis-benchmark takes 8 s to open 10,000 connections. */
function overConnections({ workloads: [workload = 'GET'], scale }: Options, { progress }: Run): LoadPlan[] {
  return CONNECTIONS.flatMap((connections) => {
    const title = `${workload}, ${count(connections)} connections`;
    const obstacle = obstacleToSockets(connections);
    if (obstacle !== undefined) {
      progress.say(`Left out: ${title}, as ${obstacle}.`);
      return [];
    }
    const requests = scaled(connections === 1 ? 30_000 : 100_000, scale);
    const load = { workload, pipelineDepth: 1, connections, valueBytes: 64, keys: 10_000, requests };
    return [{ title, load, expectedSeconds: 0.1 + 1.2 * scale + connections / 1200 }];
  });
}

function overValueSizes({ workloads, scale }: Options): LoadPlan[] {
  return VALUES.flatMap((values) =>
    workloads.map((workload) => ({
      title: `${workload}, values of ${size(values.valueBytes)}`,
      load: {
        ...values,
        workload,
        pipelineDepth: 1,
        connections: 50,
        requests: scaled(values.requests, scale),
      },
      expectedSeconds: 0.1 + 1.2 * scale,
    })),
  );
}

/** The keys have the same names at every size, so a GET would find what another load has left. */
function withKeysLoaded(trial: LoadTrial): LoadTrial {
  const { keys, valueBytes } = trial.load;
  return {
    ...trial,
    measure: async (contender) => {
      if (contender.abilities.stores) await loadKeys(contender.server, keys, valueBytes);
      return await trial.measure(contender);
    },
  };
}
