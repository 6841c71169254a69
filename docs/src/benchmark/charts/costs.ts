import { count, threeDigits } from '../../../../test/bench/src/output/format.ts';
import type { Figure, Results } from '../../../../test/bench/src/results.ts';
import { type Chart, cellsOf, headsOf, ratioOf } from '../chart.ts';
import { drawDotPlot } from '../dot-plot.ts';
import { measured, shownName, stepOf } from '../measured.ts';

/** What the step takes for it, such as memory: less is better. */
type Cost = { name: string; unit: string; figures: { server: string; figure: Figure | null }[] };

/** What the step costs beside Redis, in waiting, work and memory. */
export function costs(): Chart {
  const results = measured('speed');
  const step = stepOf(results);
  const all = costsOf(results);
  const rows = all.flatMap(({ name, figures }) => {
    const [spread] = ratioOf(figures.find(({ server }) => server === step)?.figure);
    return spread ? [{ label: name, marks: [{ look: 'ours' as const, spread }] }] : [];
  });
  return {
    id: 'costs',
    title: 'What it costs',
    caption:
      'Here less is better: left of Redis is cheaper. “The slowest of 100” is the 99th percentile of the ' +
      'waits for a reply; expiry is measured while keys that all have the same deadline go.',
    draw: (width) =>
      drawDotPlot(
        {
          description:
            `Dot plot of what ${shownName(step)} costs as a ratio to Redis, less being better. ` +
            `${rows.map(({ label, marks }) => `${label}: ${marks[0]?.spread.median.toFixed(2)}`).join('; ')}.`,
          panels: [{ title: `${shownName(step)}, as a ratio to Redis`, rows }],
          below: 'less',
          above: 'more',
        },
        width,
      ),
    table: {
      head: ['cost', 'server', ...headsOf('median')],
      rows: all.flatMap(({ name, unit, figures }) =>
        figures.flatMap(({ server, figure }) =>
          figure ? [[`${name}, ${unit}`, shownName(server), ...cellsOf(figure, threeDigits)]] : [],
        ),
      ),
    },
  };
}

function costsOf({ throughput, memory, connections, expiry, startup }: Results): Cost[] {
  const waits = throughput.map(({ workload, pipelineDepth, servers }) =>
    cost(`slowest of 100 ${workload}s, ${pipelineDepth} at a time`, 'ms', servers, ({ p99Ms }) => p99Ms),
  );
  const work = throughput.map(({ workload, pipelineDepth, servers }) =>
    cost(
      `CPU of a ${workload}, ${pipelineDepth} at a time`,
      'µs',
      servers,
      (each) => each.cpuMicrosecondsPerRequest,
    ),
  );
  return [
    ...waits,
    ...work,
    ...(memory ? [cost('memory of a key', 'bytes', memory.servers, (each) => each.bytesPerKey)] : []),
    ...(connections
      ? [cost('memory of a connection', 'bytes', connections.servers, (each) => each.bytesPerConnection)]
      : []),
    ...(expiry
      ? [
          cost(
            `longest wait, ${count(expiry.keys)} expire`,
            'ms',
            expiry.servers,
            (each) => each.longestWaitMs,
          ),
          cost('until all of them are gone', 's', expiry.servers, (each) => each.lastKeyGoneSeconds),
        ]
      : []),
    ...(startup ? [cost('start to first reply', 'ms', startup.servers, (each) => each.firstReplyMs)] : []),
  ];
}

function cost<Server extends { server: string }>(
  name: string,
  unit: string,
  servers: Server[],
  figureOf: (server: Server) => Figure | null,
): Cost {
  return { name, unit, figures: servers.map((each) => ({ server: each.server, figure: figureOf(each) })) };
}
