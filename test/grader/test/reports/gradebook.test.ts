import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { gradebookCsv } from '../../src/reports/gradebook.ts';
import { hostileClass } from './hostile-class.ts';
import { madeUpClass } from './made-up-class.ts';

function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true });
}

test('the gradebook of a small class', async () => {
  await expect(gradebookCsv(hostileClass())).toMatchFileSnapshot('golden/gradebook.csv');
});

test('a row a fork, in the order of the alphabet, whoever came in first', () => {
  const csv = gradebookCsv(madeUpClass(60));
  expect(gradebookCsv(madeUpClass(60).toReversed())).toBe(csv);
  const names = rowsOf(csv).map(({ name }) => name);
  expect(names).toHaveLength(60);
  expect(names).toEqual(names.toSorted());
});

test('what is in a row can be read back', () => {
  const fork = madeUpClass(60).find(({ verdict, reached }) => verdict === 'graded' && reached === '05');
  const row = rowsOf(gradebookCsv(madeUpClass(60))).find(({ name }) => name === fork?.fork);
  expect(row).toMatchObject({ verdict: 'graded', reached: '05', score: String(fork?.score) });
  expect(row).toMatchObject({ '05_verdict': 'pass', '05_score': '100', '06_verdict': 'fail' });
});

test('no cell is a formula', () => {
  const [first] = madeUpClass(1);
  const starts = ['=1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '\u001b[0m=1', '＝1'];
  const results = starts.flatMap((start) =>
    first ? [{ ...first, fork: start, reason: start, commit: start }] : [],
  );
  const roster = new Map(starts.map((start) => [start, { '=email': start }]));
  const rows = rowsOf(gradebookCsv(results, { roster }));
  expect(rows).toHaveLength(starts.length);
  for (const cells of [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]) {
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
  }
});

test.each([
  ['a;=1', "a;'=1"],
  ['a; \t@SUM(A1)', "a; '@SUM(A1)"],
  ['a;"+1"', 'a;"\'+1"'],
  ["a;'＝1;-2", "a;''＝1;'-2"],
  ['a=1; b, and -2', 'a=1; b, and -2'],
])('nor is what follows a semicolon, where that parts cells: %j', (said, written) => {
  const [fork] = madeUpClass(1);
  const results = fork ? [{ ...fork, fork: said, reason: said }] : [];
  const roster = new Map([[said, { email: said }]]);
  const [row] = rowsOf(gradebookCsv(results, { roster }));
  expect(row).toMatchObject({ name: written, reason: written, roster_email: written });
});

test('a roster tells the order of the rows, and adds what it says', () => {
  const roster = new Map([
    ['grace', { email: 'grace@example.edu', number: '2' }],
    ['ada', { email: 'ada@example.edu', number: '1' }],
  ]);
  const rows = rowsOf(gradebookCsv(hostileClass(), { roster }));
  expect(rows.slice(0, 2)).toMatchObject([
    { name: 'grace', roster_email: 'grace@example.edu', roster_number: '2' },
    { name: 'ada', roster_email: 'ada@example.edu', roster_number: '1' },
  ]);
  expect(rows[2]).toMatchObject({ roster_email: '' });
});
