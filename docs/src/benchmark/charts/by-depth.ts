import { type Chart, mediansOf, ratioOf } from '../chart.ts';
import type { Row } from '../dot-panel.ts';
import { drawDotPlot } from '../dot-plot.ts';
import { type Loaded, measured, rateOf, shownName, stepOf } from '../measured.ts';
import { atATime, requestsTable } from '../requests-table.ts';

const LIMIT = 'bare socket';

/** Requests a second beside Redis, by how many of them a client sends before it waits. */
export function byDepth(): Chart {
  const results = measured('speed');
  const step = stepOf(results);
  const panels = panelsOf(results.throughput, step);
  const ratios = (server: string) => results.throughput.flatMap((load) => ratioOf(rateOf(load, server)));
  return {
    id: 'by-depth',
    title: 'Requests a second, by pipeline depth',
    caption:
      'A dot is the median of the rounds, its line reaches from the least to the most. Right of Redis is ' +
      'faster. The bare socket is a Node server that answers +OK without reading: no Node server outruns it.',
    draw: (width) =>
      drawDotPlot(
        {
          description:
            `Dot plot of requests a second as a ratio to Redis, for GET and SET, by pipeline depth. ` +
            `The medians of ${shownName(step)} are ${mediansOf(ratios(step))} times those of Redis, those ` +
            `of the ${LIMIT} ${mediansOf(ratios(LIMIT))} times. The table below has all figures.`,
          panels,
          below: 'slower',
          above: 'faster',
        },
        width,
      ),
    table: requestsTable(results.throughput, shownName),
  };
}

function panelsOf(loads: Loaded[], step: string): { title: string; rows: Row[] }[] {
  const workloads = [...new Set(loads.map(({ workload }) => workload))];
  return workloads.map((workload) => ({
    title: workload,
    rows: loads
      .filter((load) => load.workload === workload)
      .map((load, index) => ({
        label: atATime(load.pipelineDepth),
        marks: marksOf(load, step, index === 0),
      })),
  }));
}

function marksOf(load: Loaded, step: string, named: boolean): Row['marks'] {
  const [ours] = ratioOf(rateOf(load, step));
  const [limit] = ratioOf(rateOf(load, LIMIT));
  return [
    ...(ours ? [{ look: 'ours' as const, spread: ours, name: named ? shownName(step) : undefined }] : []),
    ...(limit ? [{ look: 'limit' as const, spread: limit, name: named ? LIMIT : undefined }] : []),
  ];
}
