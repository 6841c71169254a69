import { type Chart, ratioOf } from '../chart.ts';
import type { Row } from '../dot-panel.ts';
import { drawDotPlot } from '../dot-plot.ts';
import { type Loaded, measured, rateOf, shownName, stepOf } from '../measured.ts';
import { atATime, requestsTable } from '../requests-table.ts';

/** What each thing that was done for speed is worth: the step without it. */
export function takenOut(): Chart {
  const results = measured('taken-out-again');
  const step = stepOf(results);
  const variants = results.servers.filter(({ kind }) => kind === 'step' || kind === 'other');
  const depths = [...new Set(results.throughput.map(({ pipelineDepth }) => pipelineDepth))];
  const nameOf = (server: string) => (server === step ? 'as it is' : server.replace(/^\d+ (with )?/, ''));
  const rowsAt = (depth: number): Row[] =>
    variants.map(({ name }, index) => ({
      label: nameOf(name),
      marks: results.throughput
        .filter(({ pipelineDepth }) => pipelineDepth === depth)
        .flatMap((load) => marksOf(load, name, index === 0)),
    }));
  return {
    id: 'taken-out-again',
    title: 'What each trick is worth',
    caption:
      `Each thing that was done for speed, taken out of ${shownName(step)} again, alone; what each is, ` +
      'and what did not help, is told in “Where the time goes”. A filled dot is GET, a hollow one SET. ' +
      'Look for rows that lie left of the first: a difference below 0.06 is noise.',
    draw: (width) =>
      drawDotPlot(
        {
          description:
            `Dot plot, a panel for each of ${depths.join(', ')} requests at a time: GET and SET requests a ` +
            `second as a ratio to Redis, of ${shownName(step)} as it is and ` +
            `${variants.length - 1} times with one thing changed. ${worst(results.throughput, step, nameOf)}`,
          panels: depths.map((depth) => ({ title: atATime(depth), rows: rowsAt(depth) })),
          below: 'slower',
          above: 'faster',
        },
        width,
      ),
    table: requestsTable(results.throughput, (server) => nameOf(shownName(server))),
  };
}

function marksOf(load: Loaded, server: string, named: boolean): Row['marks'] {
  const look = load.workload === 'GET' ? 'ours' : 'second';
  return ratioOf(rateOf(load, server)).map((spread) => ({
    look,
    spread,
    name: named ? load.workload : undefined,
  }));
}

/** Which change costs most, and where. */
function worst(loads: Loaded[], step: string, nameOf: (server: string) => string): string {
  const losses = loads.flatMap((load) => {
    const [asItIs] = ratioOf(rateOf(load, step));
    return load.servers.flatMap(({ server, requestsPerSecond }) =>
      ratioOf(requestsPerSecond).map(({ median }) => ({
        loss: (asItIs?.median ?? 0) - median,
        says: `${nameOf(server)}, ${load.workload}, ${load.pipelineDepth} at a time: ${median.toFixed(2)} in place of ${asItIs?.median.toFixed(2)}`,
      })),
    );
  });
  const [most] = losses.sort((a, b) => b.loss - a.loss);
  return most ? `The greatest loss: ${most.says}.` : '';
}
