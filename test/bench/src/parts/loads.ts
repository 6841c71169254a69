import type { Comparison, Load, LoadFigures } from '../results.ts';
import { compare, type Samples, type Trial } from '../rounds.ts';
import type { Contender } from '../servers/contenders.ts';
import { cpuMicroseconds } from '../servers/proc.ts';
import { type Report, runRedisBenchmark } from '../servers/redis-benchmark.ts';
import { figureIfKnown, figureOf } from '../statistics.ts';

/** One run of redis-benchmark, and what it cost the server. */
export type LoadSample = Report & { cpuMicrosecondsPerRequest: number | null };

/** A load, what to call it, and how long it takes, more or less. */
export type LoadPlan = { load: Load; title: string; expectedSeconds: number };

export type LoadTrial = Trial<LoadSample> & { load: Load };

/** A load, and those of the contenders that can bear it. */
export function loadTrial(plan: LoadPlan, contenders: Contender[], signal: AbortSignal): LoadTrial {
  const { load } = plan;
  return {
    ...plan,
    contenders: contenders.filter((contender) => canBear(contender, load)),
    measure: async ({ server }) => {
      const before = cpuMicroseconds(server.pid);
      const report = await runRedisBenchmark(server, load, signal);
      const after = cpuMicroseconds(server.pid);
      const known = before !== null && after !== null;
      return { ...report, cpuMicrosecondsPerRequest: known ? (after - before) / load.requests : null };
    },
  };
}

/** The figures of each load, from its samples. */
export function compareLoads(
  trials: LoadTrial[],
  samples: Samples<LoadSample>[],
): Comparison<Load, LoadFigures>[] {
  return trials.map(({ load }, index) => ({
    ...load,
    servers: compare(samples[index] ?? new Map(), loadFigures),
  }));
}

function canBear({ abilities }: Contender, { workload, pipelineDepth }: Load): boolean {
  return (workload === 'PING' || abilities.stores) && (pipelineDepth === 1 || abilities.pipelines);
}

function loadFigures(own: LoadSample[], redis: LoadSample[]): LoadFigures {
  const figure = (of: (sample: LoadSample) => number) => figureOf(own.map(of), redis.map(of));
  const cpu = (sample: LoadSample) => sample.cpuMicrosecondsPerRequest;
  return {
    requestsPerSecond: figure((sample) => sample.requestsPerSecond),
    p50Ms: figure((sample) => sample.p50Ms),
    p99Ms: figure((sample) => sample.p99Ms),
    cpuMicrosecondsPerRequest: figureIfKnown(own.map(cpu), redis.map(cpu)),
  };
}
