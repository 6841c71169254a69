import { rate } from '../../../../test/bench/src/output/format.ts';
import { type Chart, cellsOf, headsOf, mediansOf, ratioOf } from '../chart.ts';
import { drawDotPlot } from '../dot-plot.ts';
import { type Loaded, measured, shownName } from '../measured.ts';

/** What each lesson costs: the steps beside Redis, under what each of them can answer. */
export function stepByStep(): Chart {
  const results = measured('steps');
  const steps = results.servers.filter(({ kind }) => kind === 'step').map(({ name }) => name);
  const loads = [...results.throughput].sort((a, b) => earliest(a, steps) - earliest(b, steps));
  const ratios = loads.flatMap((load) =>
    load.servers
      .filter(({ server }) => steps.includes(server))
      .flatMap((each) => ratioOf(each.requestsPerSecond)),
  );
  return {
    id: 'step-by-step',
    title: 'Step by step',
    caption:
      'One request at a time, 50 connections, each step under the loads that it can answer. Framing ' +
      'requests, storing and expiring cost less than the rounds differ: with one request at a time, the ' +
      'kernel’s work is most of the work.',
    draw: (width) =>
      drawDotPlot(
        {
          description:
            `Dot plot of requests a second of ${steps.map(shownName).join(', ')} as a ratio to Redis, one ` +
            `request at a time. All medians are ${mediansOf(ratios)} times those of Redis.`,
          panels: [
            {
              title: 'requests a second',
              rows: loads.flatMap((load) =>
                steps.flatMap((step) => {
                  const [spread] = load.servers
                    .filter(({ server }) => server === step)
                    .flatMap((each) => ratioOf(each.requestsPerSecond));
                  const label = `${load.workload}, ${shownName(step)}`;
                  return spread ? [{ label, marks: [{ look: 'ours' as const, spread }] }] : [];
                }),
              ),
            },
          ],
          below: 'slower',
          above: 'faster',
        },
        width,
      ),
    table: {
      head: ['load', 'server', ...headsOf('requests/s')],
      rows: loads.flatMap((load) =>
        load.servers.map(({ server, requestsPerSecond }) => [
          load.workload,
          shownName(server),
          ...cellsOf(requestsPerSecond, rate),
        ]),
      ),
    },
  };
}

/** The place of the first step that was held to a load. */
function earliest({ servers }: Loaded, steps: readonly string[]): number {
  return Math.min(...servers.map(({ server }) => steps.indexOf(server)).filter((place) => place >= 0));
}
