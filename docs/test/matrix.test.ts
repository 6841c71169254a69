import { cellOf, checks } from '@toy-redis/conformance';
import { beforeAll, describe, expect, test } from 'vitest';
import { columns as columnsOfSteps } from '../src/matrix/columns.ts';
import { filtersOf } from '../src/matrix/filters.ts';
import { groupsOf } from '../src/matrix/groups.ts';
import { legend, wordOf } from '../src/matrix/outcomes.ts';
import { anchorOf, rowOf, stepsOf } from '../src/matrix/rows.ts';
import { countsOf } from '../src/matrix/summary.ts';
import { buildSite } from './site/build-site.ts';
import type { PageElement } from './site/page.ts';

const BUILT_WITHIN = 300_000;
const columns = columnsOfSteps();
const rows = checks.map((check) => rowOf(check, columns));

test('every check is in a group, which has a title', () => {
  const groups = groupsOf(checks);
  expect(groups.flatMap((group) => group.checks)).toHaveLength(checks.length);
  for (const { id, title, checks: own } of groups) {
    expect(title).not.toBe('');
    for (const check of own) expect(check.id).toMatch(new RegExp(`^${id}/`));
  }
});

test('a group without a title is told', () => {
  const [check] = checks;
  expect(() => groupsOf(check ? [{ ...check, id: 'streams/xadd' }] : [])).toThrow(
    'expected a title for the checks streams/…',
  );
});

test('a row says of every step what the table says', () => {
  for (const { check, runs } of rows) {
    const said = runs.flatMap(({ cell, columns: own }) => own.map(() => cell));
    expect(said).toEqual(columns.map(({ lineage }) => cellOf(check, lineage)));
  }
});

test('steps of which the same is said are one cell, and their numbers read well', () => {
  const row = rows.find(({ check }) => check.id === 'resp/split-writes');
  const last = columns.at(-1)?.number ?? '';
  const said = row?.runs.map((run) => `${stepsOf(run, last)}: ${wordOf(run.cell)}`);
  expect(said).toEqual(['01: closed', '02 to 04: +PONG\\r\\n', 'from 05 on: passes']);
  expect(row?.changes).toEqual(['02', '05']);
});

test('a step is told to change what its clients see, and the first changes nothing', () => {
  const changed = new Set(rows.flatMap(({ changes }) => changes));
  expect([...changed].toSorted()).toEqual(columns.slice(1).map(({ number }) => number));
});

test('counts are right: the first step passes nothing, the last everything', () => {
  const counts = countsOf(checks, columns);
  expect(counts.at(0)).toEqual({ passed: 0, of: checks.length, looks: 'none' });
  expect(counts.at(-1)).toEqual({ passed: checks.length, of: checks.length, looks: 'all' });
});

test('a filter says how many rows it shows', () => {
  const filters = filtersOf(rows, ['04']);
  expect(filters.map(({ label, count }) => [label, count])).toEqual([
    ['all', checks.length],
    ['core', checks.filter(({ tier }) => tier === 'core').length],
    ['changes with 04', rows.filter(({ changes }) => changes.includes('04')).length],
  ]);
});

describe('the page', () => {
  let elements: readonly PageElement[];
  const classed = (name: string) =>
    elements.filter(({ attributes }) => attributes.className?.split(',').includes(name));

  beforeAll(() => {
    elements = buildSite().pages.find(({ file }) => file === 'matrix/index.html')?.elements ?? [];
  }, BUILT_WITHIN);

  test('has an anchor for each check, and tells its tier, why and hint', () => {
    const shown = classed('check').map(({ attributes: { id, dataTier }, text }) => ({ id, dataTier, text }));
    const words = (text: string) => text.replace(/\s+/g, ' ');
    expect(shown.map(({ id, dataTier }) => [id, dataTier])).toEqual(
      groupsOf(checks)
        .flatMap((group) => group.checks)
        .map(({ id, tier }) => [anchorOf(id), tier]),
    );
    for (const { id, why, hint } of checks) {
      const text = words(shown.find((each) => each.id === anchorOf(id))?.text ?? '');
      expect(text).toContain(words(why));
      expect(text).toContain(words(hint));
    }
  });

  test('says what each step does in words, and what the words mean', () => {
    const cells = elements.filter(({ tag, attributes }) => tag === 'td' && attributes.role === 'cell');
    const [counts, said] = [classed('count'), cells.filter(({ text }) => !/^\d+ of \d+$/.test(text.trim()))];
    expect(counts).toHaveLength(columns.length * (groupsOf(checks).length + 2));
    expect(said).toHaveLength(rows.flatMap(({ runs }) => runs).length);
    expect(said.every(({ text }) => text.trim() !== '')).toBe(true);
    const [explained] = classed('legend');
    for (const { word, means } of legend) expect(explained?.text).toMatch(new RegExp(`${word}\\s*${means}`));
  });

  test('is light', () => {
    expect(elements.length).toBeLessThan(50 * checks.length);
  });
});
