import type { Results } from '../../../test/bench/src/results.ts';

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** When a run was, and on what. */
export function conditions({ date, machine, versions }: Results): string {
  const memory = Math.round(machine.memoryBytes / 2 ** 30);
  return [
    `Measured on ${DATE.format(new Date(date))}`,
    `${machine.cores} cores (${machine.cpuModel}), ${memory} GB of memory, ${machine.os}`,
    `Node ${versions.node}`,
    `Redis ${versions.redis}`,
    `load by redis-benchmark ${versions.redisBenchmark}, on the same machine`,
  ].join('; ');
}

/** How many rounds the figures of a run stand for. */
export function roundsOf(results: Results): number {
  const { throughput, growth } = results;
  const loads = [...throughput, ...growth.connections, ...growth.valueSizes];
  return loads[0]?.servers[0]?.requestsPerSecond.rounds.length ?? 0;
}
