import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { classTable } from '../../src/reports/class-table.ts';
import { hostileClass } from './hostile-class.ts';
import { madeUpClass } from './made-up-class.ts';

test('the table of a small class', async () => {
  await expect(classTable(hostileClass())).toMatchFileSnapshot('golden/class-table.txt');
});

test('sixty forks fit into 80 columns', () => {
  const lines = classTable(madeUpClass(60)).trimEnd().split('\n');
  expect(lines).toHaveLength(61);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});

test('where a step does not start, its reason is what to mend first', () => {
  const [ada] = hostileClass().filter(({ fork }) => fork === 'ada');
  const steps = ada?.steps.map((step) => ({ ...step, verdict: 'ungradable' as const, reason: 'No port.' }));
  const table = classTable(hostileClass().map((result) => ({ ...result, steps: steps ?? [] })));
  expect(table).toMatch(/^ada .* {2}No port\.$/m);
});

test('colours are there when they are asked for, and nothing else differs', () => {
  const coloured = classTable(madeUpClass(9), { colours: true });
  expect(coloured).toContain('\u001b[31m');
  expect(stripVTControlCharacters(coloured)).toBe(classTable(madeUpClass(9)));
});

test('what a fork says moves no cursor', () => {
  expect(stripVTControlCharacters(classTable(hostileClass()))).toBe(classTable(hostileClass()));
});

test.each([
  ['李小龙李小龙李小龙李小龙', '李小龙李小龙李小龙 …  '],
  ['jose\u0301', `jose\u0301${' '.repeat(18)}`],
  ['🙂', `🙂${' '.repeat(20)}`],
  ['x'.repeat(99), `${'x'.repeat(19)}…  `],
])('%s takes 20 columns, as the terminal counts them', (fork, shown) => {
  const table = classTable(
    hostileClass()
      .slice(0, 1)
      .map((result) => ({ ...result, fork })),
  );
  expect(table.split('\n')[1]?.slice(0, shown.length)).toBe(shown);
});
