import { expect, it } from 'vitest';
import { atMost, exactly, finding, growsAtMost } from '../src/findings.ts';
import { ratio } from '../src/output/format.ts';
import { tablesOf } from '../src/output/table.ts';
import { isPassed, type Results } from '../src/results.ts';

const MB = 1024 * 1024;
const FINE = {
  name: 'calm',
  title: 'nothing happens',
  durationSeconds: 1,
  findings: [
    exactly('right replies', 10_000, 10_000),
    growsAtMost('memory', 60 * MB, 58.5 * MB, 64 * MB),
    atMost('p99, in times the quiet one', 1.234, 2, ratio),
  ],
};
const BAD = {
  name: 'storm',
  title: 'all at once',
  durationSeconds: 1,
  findings: [
    exactly('right replies', 9999, 10_000),
    growsAtMost('memory', 60 * MB, 124.1 * MB, 64 * MB),
    finding('the server does its part', 'it exited. It printed last: Error: a | b\n    at c\n', false),
  ],
};
const RESULTS: Results = {
  schema: 'toy-redis-faults/1',
  date: '2026-11-20T15:00:00.000Z',
  durationSeconds: 182.4,
  node: '22.23.2',
  scale: 1,
  servers: [{ server: '07-expiry', faults: [FINE], leftOut: [] }],
};
const FAILED: Results = {
  ...RESULTS,
  scale: 0.1,
  servers: [
    ...RESULTS.servers,
    { server: '08-next', faults: [FINE, BAD], leftOut: ['deadlines', 'stopped'] },
  ],
};

it('the tables are Markdown that people can read, too', async () => {
  await expect(`${tablesOf(FAILED)}\n`).toMatchFileSnapshot('golden/tables.md');
});

it('a run has passed if all that was asked was reached', () => {
  expect([RESULTS, FAILED].map(isPassed)).toEqual([true, false]);
});
