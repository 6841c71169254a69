import { markdownTable } from 'markdown-table';
import type { Comparison, Load, LoadFigures } from '../results.ts';
import { rate, ratio, shortName, spread } from './format.ts';

const HEAD = ['load', 'server', 'requests/s', 'min–max', '×', 'p50 ms', 'p99 ms', 'CPU µs/request', '×'];

/** A row for each server under each load; empty if there are none. */
export function throughputTable(comparisons: Comparison<Load, LoadFigures>[]): string {
  if (comparisons.length === 0) return '';
  return markdownTable([HEAD, ...comparisons.flatMap(rowsOf)], { align: ['l', 'l', ...'rrrrrrr'] });
}

function rowsOf({ workload, pipelineDepth, servers }: Comparison<Load, LoadFigures>): string[][] {
  return servers.map(({ server, requestsPerSecond, p50Ms, p99Ms, cpuMicrosecondsPerRequest: cpu }, index) => [
    index === 0 ? `${workload}, ${pipelineDepth} deep` : '',
    shortName(server),
    rate(requestsPerSecond.median),
    spread(requestsPerSecond, rate),
    ratio(requestsPerSecond),
    p50Ms.median.toFixed(2),
    p99Ms.median.toFixed(2),
    cpu?.median.toFixed(2) ?? '–',
    ratio(cpu),
  ]);
}
