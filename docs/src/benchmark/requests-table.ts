import { rate } from '../../../test/bench/src/output/format.ts';
import { type Chart, cellsOf, headsOf } from './chart.ts';
import type { Loaded } from './measured.ts';

/** The requests a second of each server under each load, as a table. */
export function requestsTable(loads: readonly Loaded[], nameOf: (server: string) => string): Chart['table'] {
  return {
    head: ['load', 'server', ...headsOf('requests/s')],
    rows: loads.flatMap((load) =>
      load.servers.map(({ server, requestsPerSecond }) => [
        `${load.workload}, ${atATime(load.pipelineDepth)}`,
        nameOf(server),
        ...cellsOf(requestsPerSecond, rate),
      ]),
    ),
  };
}

/** `16 at a time`: how many requests a client sends before it waits. */
export function atATime(pipelineDepth: number): string {
  return `${pipelineDepth} at a time`;
}
