import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../src/course/repository.ts';
import { listSteps, stepBefore, stepNumbered } from '../src/course/steps.ts';
import { compareLines } from '../src/differences/compare-lines.ts';
import { compareFile, compareSteps } from '../src/differences/difference.ts';
import { fold } from '../src/differences/fold.ts';
import { highlightedLines } from '../src/differences/highlighted-lines.ts';
import { pair } from '../src/differences/pair.ts';
import { pairsOfSteps, sizeOf } from '../src/differences/pairs.ts';

const SIGNS = { kept: ' ', added: '+', deleted: '-' };
const show = (before: string, after: string) =>
  compareLines(before, after).map(({ kind, text }) => SIGNS[kind] + text);

describe('the difference of two steps', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

  test.for(listSteps().slice(1))('to $name is as large as README says', (to) => {
    const from = stepBefore(to);
    const size = from && sizeOf({ from, to });
    expect(readme.split('\n').find((line) => line.includes(`(steps/${to.name})`))).toContain(`| ${size} |`);
  });

  test('names files that come and files that stay as they are', () => {
    const kinds = compareSteps(stepNumbered('05'), stepNumbered('06')).map(({ file, kind }) => [file, kind]);
    expect(kinds).toEqual([
      ['commands.ts', 'changed'],
      ['handshake.ts', 'unchanged'],
      ['keyspace.ts', 'new'],
      ['server.ts', 'unchanged'],
    ]);
  });

  test('from nothing is all that there is', () => {
    expect(compareSteps(undefined, stepNumbered('01'))).toMatchObject([
      { kind: 'new', added: 18, deleted: 0 },
    ]);
  });

  test('is known for every pair of which one builds on the other', () => {
    const steps = listSteps();
    expect(pairsOfSteps()).toHaveLength((steps.length * (steps.length - 1)) / 2);
  });
});

describe('the lines of a difference', () => {
  test('are the same only within the same part', () => {
    const before = 'f();\nfor (const x of []) {\n  a();\n}\n';
    const after = 'f();\nfor (const x of []) {\n  b();\n}\n\nfunction g() {\n  c();\n}\n';
    expect(show(before, after)).toEqual([
      ' f();',
      ' for (const x of []) {',
      '-  a();',
      '+  b();',
      ' }',
      '+',
      '+function g() {',
      '+  c();',
      '+}',
    ]);
  });

  test('have their numbers in both files', () => {
    expect(compareLines('a();\nb();\n', 'b();\nc();\n')).toEqual([
      { kind: 'deleted', text: 'a();', before: 1 },
      { kind: 'kept', text: 'b();', before: 2, after: 1 },
      { kind: 'added', text: 'c();', after: 2 },
    ]);
  });

  test('of a file that goes are deleted', () => {
    expect(compareFile('x.ts', 'a();\n', undefined)).toMatchObject({ kind: 'gone', added: 0, deleted: 1 });
  });

  test('far from any change are folded up', () => {
    const many = Array.from({ length: 20 }, (_, i) => `f${i}();\n`).join('');
    const stretches = fold(compareLines(many, many.replace('f10();\n', 'g();\n')));
    expect(stretches.map(({ folded, lines }) => [folded, lines.length])).toEqual([
      [true, 7],
      [false, 8],
      [true, 6],
    ]);
  });

  test('stand side by side', () => {
    const rows = pair(compareLines('a();\nb();\nc();\n', 'a();\nx();\ny();\nc();\n'));
    expect(rows.map(({ before, after }) => [before?.text, after?.text])).toEqual([
      ['a();', 'a();'],
      ['b();', 'x();'],
      [undefined, 'y();'],
      ['c();', 'c();'],
    ]);
  });
});

describe('coloured lines', () => {
  const block = (lines: string) =>
    `<div class="expressive-code"><link href="x"><figure><pre><code>${lines}</code></pre></figure></div>`;

  test('are taken out of a block of code', () => {
    const line = '<div class="ec-line" style="--ecIndent:2ch"><div class="code"><b>a</b></div></div>';
    expect(highlightedLines(block(line + line))).toEqual({
      head: '<link href="x">',
      lines: Array(2).fill({ html: '<div class="code"><b>a</b></div>', style: '--ecIndent:2ch' }),
    });
  });

  test('are missed where there are none', () => {
    expect(highlightedLines('')).toEqual({ head: '', lines: [] });
    expect(() => highlightedLines(block('<p>a</p>'))).toThrow('expected a line of code');
  });
});
