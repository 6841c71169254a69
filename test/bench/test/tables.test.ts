import { expect, it } from 'vitest';
import { tablesOf } from '../src/output/tables.ts';
import type { Figure, Load, LoadFigures, Results } from '../src/results.ts';
import { figureOf } from '../src/statistics.ts';

const SERVERS = ['07-expiry', 'node a-folder/with-a-long-name/server.js', 'Redis'];
const LOAD: Load = {
  workload: 'GET',
  pipelineDepth: 16,
  connections: 50,
  valueBytes: 64,
  keys: 100_000,
  requests: 500_000,
};
const RESULTS: Results = {
  schema: 'toy-redis-bench/1',
  date: '2026-11-20T13:36:11.738Z',
  durationSeconds: 201.4,
  machine: { cpuModel: 'AMD EPYC', cores: 2, memoryBytes: 16e9, os: 'Linux', kernel: '6.1' },
  versions: { node: '22.23.2', redis: '7.0.15', redisBenchmark: '7.0.15', commit: 'abcdef0' },
  options: {
    parts: ['throughput'],
    steps: [],
    pipelineDepths: [16],
    workloads: ['GET'],
    rounds: null,
    scale: 1,
    servers: [],
  },
  servers: [],
  throughput: [load({}), load({ workload: 'SET', pipelineDepth: 64 })],
  growth: {
    connections: [load({ connections: 1 }), load({ connections: 10_000 })],
    valueSizes: [load({ valueBytes: 16 }), load({ valueBytes: 64 * 1024 }), load({ valueBytes: 1024 ** 2 })],
  },
  memory: { keys: 1_000_000, valueBytes: 64, servers: each((figure) => ({ bytesPerKey: figure(187.5) })) },
  connections: { connections: 10_000, servers: each(() => ({ bytesPerConnection: null })) },
  expiry: {
    keys: 1_000_000,
    valueBytes: 64,
    servers: each((figure) => ({
      longestWaitMs: figure(25),
      lastKeyGoneSeconds: figure(1.5),
      clientPauseMs: figure(1),
    })),
  },
  startup: { servers: each((figure) => ({ firstReplyMs: figure(9.62) })) },
};

it('the tables are Markdown that people can read, too', async () => {
  await expect(`${tablesOf(RESULTS)}\n`).toMatchFileSnapshot('golden/tables.md');
});

it('a part that was not measured has no table', async () => {
  const nothing = { throughput: [], growth: { connections: [], valueSizes: [] } };
  const parts = { memory: null, connections: null, expiry: null, startup: null };
  expect(tablesOf({ ...RESULTS, ...nothing, ...parts })).not.toContain('|');
});

/** Figures of two rounds for each server: Redis has `redis` and a tenth more, the others half and twice that. */
function each<Figures>(
  figuresOf: (figure: (redis: number) => Figure) => Figures,
): ({ server: string } & Figures)[] {
  return SERVERS.map((server, index) => {
    const factor = [0.5, 2, 1][index] ?? 1;
    const figure = (redis: number) => {
      const rounds = [redis, 1.1 * redis];
      return figureOf(
        rounds.map((round) => factor * round),
        rounds,
      );
    };
    return { server, ...figuresOf(figure) };
  });
}

function load(difference: Partial<Load>): Results['throughput'][number] {
  const figures = (figure: (redis: number) => Figure): LoadFigures => ({
    requestsPerSecond: figure(730_000),
    p50Ms: figure(0.25),
    p99Ms: figure(1.234),
    cpuMicrosecondsPerRequest: figure(1.1),
  });
  return { ...LOAD, ...difference, servers: each(figures) };
}
