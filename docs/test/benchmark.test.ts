import { expect, test } from 'vitest';
import type { Chart } from '../src/benchmark/chart.ts';
import { byDepth } from '../src/benchmark/charts/by-depth.ts';
import { costs } from '../src/benchmark/charts/costs.ts';
import { byConnections, byValueSize } from '../src/benchmark/charts/growth.ts';
import { stepByStep } from '../src/benchmark/charts/steps.ts';
import { takenOut } from '../src/benchmark/charts/taken-out.ts';
import { conditions } from '../src/benchmark/conditions.ts';
import { measured } from '../src/benchmark/measured.ts';
import { doublings, linear, logarithmic, steps } from '../src/benchmark/scales.ts';

const charts: Chart[] = [byDepth(), byConnections(), byValueSize(), costs(), stepByStep(), takenOut()];
const cases = charts.flatMap((chart) => [640, 356].map((width) => ({ ...chart, width })));

test.for(cases)('$id, $width pixels wide: an image with words', ({ draw, width }) => {
  const svg = draw(width);
  const [, description = ''] = /role="img" aria-label="([^"]*)"/.exec(svg) ?? [];
  expect(description.length).toBeGreaterThan(60);
  expect(svg).toMatch(new RegExp(`^<svg width="${width}"`));
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test.for(cases)('$id, $width pixels wide: nothing is drawn outside', ({ draw, width }) => {
  const svg = draw(width);
  const [, height] = /viewBox="0 0 \d+ ([\d.]+)"/.exec(svg) ?? [];
  const all = (...names: string[]) =>
    names.flatMap((name) =>
      [...svg.matchAll(new RegExp(` ${name}="([\\d.-]+)"`, 'g'))].map((each) => Number(each[1])),
    );
  for (const x of all('x', 'x1', 'x2', 'cx')) expect(x >= 0 && x <= width).toBe(true);
  for (const y of all('y', 'y1', 'y2', 'cy')) expect(y >= 0 && y <= Number(height)).toBe(true);
});

test.for(charts)('$id: every median that is drawn is in the table', ({ draw, table }) => {
  const drawn = [...draw(640).matchAll(/class="value[^"]*"[^>]*>([\d.]+)(?: [^<]*)?</g)].map(
    (each) => each[1],
  );
  const told = new Set(table.rows.flat().map((cell) => cell.replace(/(\d\.\d\d).*/, '$1')));
  for (const value of drawn) if (value?.includes('.')) expect(told).toContain(value);
});

test.for(charts)('$id: a table has a cell for each head', ({ table }) => {
  expect(table.rows.length).toBeGreaterThan(2);
  for (const row of table.rows) expect(row).toHaveLength(table.head.length);
});

test('Redis beside itself is 1.00, whatever the measure', () => {
  for (const { table } of charts) {
    const ratios = table.rows.filter(([, server]) => server === 'Redis').map((row) => row[4]);
    expect(ratios.every((ratio) => ratio === '1.00')).toBe(true);
  }
});

test('the conditions name the day, the machine and both versions', () => {
  const results = measured('speed');
  const said = conditions({ ...results, date: '2026-03-01T23:59:00.000Z' });
  expect(said).toContain('1 March 2026');
  expect(said).toContain(results.machine.cpuModel);
  expect(said).toContain(`Node ${results.versions.node}`);
  expect(said).toContain(`Redis ${results.versions.redis}`);
});

test('scales', () => {
  expect(linear([0, 10], [100, 0])(2.5)).toBe(75);
  const ratios = logarithmic([1 / 4, 4], [0, 100]);
  expect([1 / 4, 1 / 2, 1, 2, 4].map(ratios).map(Math.round)).toEqual([0, 25, 50, 75, 100]);
  expect(doublings([0.4, 4.2])).toEqual([0.5, 1, 2, 4]);
  expect(steps(1.33)).toEqual([0, 0.5, 1, 1.5]);
  expect(steps(108_000)).toEqual([0, 20_000, 40_000, 60_000, 80_000, 100_000, 120_000]);
});
