import { count, rate, size } from '../../../../test/bench/src/output/format.ts';
import { type Chart, cellsOf, headsOf, ratioOf, type Table } from '../chart.ts';
import { drawLinePlot, type Series } from '../line-plot.ts';
import { type Loaded, measured, rateOf, shownName, stepOf } from '../measured.ts';

/** Requests a second over the number of connections: those of the step, and those of Redis. */
export function byConnections(): Chart {
  const results = measured('growth');
  const loads = results.growth.connections;
  const step = stepOf(results);
  const series: Series[] = [
    { name: shownName(step), look: 'ours', points: loads.flatMap((load) => rateOf(load, step) ?? []) },
    { name: 'Redis', look: 'redis', points: loads.flatMap((load) => rateOf(load, 'Redis') ?? []) },
  ];
  const ratios = loads.flatMap((load) => ratioOf(rateOf(load, step)));
  return {
    id: 'by-connections',
    title: 'Requests a second, by number of connections',
    caption:
      'GET of 64 bytes, one request at a time on each connection. Points are medians, the lines through ' +
      'them reach from the least round to the most. One client waits for each round trip; with thousands, ' +
      'what is kept for each is no longer at hand in the processor’s cache when it speaks.',
    draw: (width) =>
      drawLinePlot(
        {
          description:
            `Line plot of requests a second, for ${shownName(step)} and Redis, with ` +
            `${loads.map(({ connections }) => count(connections)).join(', ')} connections. ` +
            `The step serves ${ratios.map(({ median }) => median.toFixed(2)).join(', ')} times as many as Redis.`,
          title: 'requests a second',
          across: 'connections',
          stages: loads.map(({ connections }) => count(connections)),
          series,
          show: rateWithout0,
        },
        width,
      ),
    table: tableOf('connections', loads, ({ connections }) => `GET, ${count(connections)}`),
  };
}

/** Requests a second beside Redis over the size of values. */
export function byValueSize(): Chart {
  const results = measured('growth');
  const loads = results.growth.valueSizes;
  const step = stepOf(results);
  const stages = [...new Set(loads.map(({ valueBytes }) => size(valueBytes)))];
  const ratiosOf = (workload: string) =>
    loads.filter((load) => load.workload === workload).flatMap((load) => ratioOf(rateOf(load, step)));
  const [get, set] = [ratiosOf('GET'), ratiosOf('SET')];
  return {
    id: 'by-value-size',
    title: 'Beside Redis, by size of values',
    caption:
      '50 connections, one request at a time. Above the line of Redis is faster. A large value comes in ' +
      'pieces, each a string, and is copied again to be one: this is where C is far ahead.',
    draw: (width) =>
      drawLinePlot(
        {
          description:
            `Line plot of the ratio to Redis of requests a second of ${shownName(step)}, with values of ` +
            `${stages.join(', ')}. GET: ${get.map(({ median }) => median.toFixed(2)).join(', ')}; ` +
            `SET: ${set.map(({ median }) => median.toFixed(2)).join(', ')}.`,
          title: `requests a second of ${shownName(step)}, as a ratio to Redis`,
          across: 'size of each value',
          stages,
          series: [
            { name: 'GET', look: 'ours', points: get },
            { name: 'SET', look: 'second', points: set },
          ],
          show: (ratio) => (ratio === 0 ? '0' : ratio.toFixed(2)),
          redis: 1,
        },
        width,
      ),
    table: tableOf('values', loads, ({ workload, valueBytes }) => `${workload}, ${size(valueBytes)}`),
  };
}

function tableOf(what: string, loads: Loaded[], nameOf: (load: Loaded) => string): Table {
  return {
    head: [what, 'server', ...headsOf('requests/s')],
    rows: loads.flatMap((load) =>
      load.servers.map(({ server, requestsPerSecond }) => [
        nameOf(load),
        shownName(server),
        ...cellsOf(requestsPerSecond, rate),
      ]),
    ),
  };
}

function rateWithout0(value: number): string {
  return value === 0 ? '0' : rate(value).replace('.0', '');
}
