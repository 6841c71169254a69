import { markdownTable } from 'markdown-table';
import type { Comparison, Growth, Load, LoadFigures } from '../results.ts';
import { count, rate, ratio, shortName, size } from './format.ts';

/** Requests a second and, behind it, the ratio to Redis: a table over connections, and one over sizes. */
export function growthTables({ connections, valueSizes }: Growth): string[] {
  return [
    growthTable('connections', connections, (load) => count(load.connections)),
    growthTable('size of values', valueSizes, (load) => size(load.valueBytes)),
  ].filter((table) => table !== '');
}

function growthTable(
  what: string,
  comparisons: Comparison<Load, LoadFigures>[],
  stageOf: (load: Load) => string,
): string {
  if (comparisons.length === 0) return '';
  const stages = [...new Set(comparisons.map(stageOf))];
  const rows = new Map<string, string[]>();
  for (const comparison of comparisons) {
    for (const { server, requestsPerSecond } of comparison.servers) {
      const title = `${comparison.workload}, ${shortName(server)}`;
      const cell = `${rate(requestsPerSecond.median)} (${ratio(requestsPerSecond)})`;
      rows.set(title, [...(rows.get(title) ?? []), cell]);
    }
  }
  const lines = Array.from(rows, ([title, cells]) => [title, ...cells]);
  const table = [[`requests/s (×) over ${what}`, ...stages], ...lines];
  return markdownTable(table, { align: ['l', ...stages.map(() => 'r')] });
}
