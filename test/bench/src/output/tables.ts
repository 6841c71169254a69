import type { Results } from '../results.ts';
import { growthTables } from './growth-table.ts';
import { otherTable } from './other-table.ts';
import { throughputTable } from './throughput-table.ts';

const LEGEND = 'Medians of the rounds; × is the median of the ratios to Redis in the same round.';

/** All that was measured, in Markdown. */
export function tablesOf(results: Results): string {
  const tables = [
    throughputTable(results.throughput),
    ...growthTables(results.growth),
    otherTable(results),
  ].filter((table) => table !== '');
  return [`${conditions(results)}\n${LEGEND}`, ...tables].join('\n\n');
}

function conditions({ machine, versions, date, durationSeconds, throughput, growth }: Results): string {
  const loads = [...throughput, ...growth.connections, ...growth.valueSizes];
  const { rounds } = loads[0]?.servers[0]?.requestsPerSecond ?? { rounds: [] };
  return [
    `Redis ${versions.redis} and Node ${versions.node}, ${machine.cores} × ${machine.cpuModel}`,
    date.slice(0, 10),
    ...(rounds.length > 0 ? [rounds.length === 1 ? '1 round' : `${rounds.length} rounds`] : []),
    `${Math.round(durationSeconds)} s in all.`,
  ].join(', ');
}
