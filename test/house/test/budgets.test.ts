import { appendFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { judgeChange, judgeReadme, judgeSources, judgeStep } from '../src/budgets.ts';
import type { Diff } from '../src/diff.ts';
import { copyRepository, packageFolders, ROOT } from '../src/repository.ts';
import { readSteps } from '../src/steps.ts';

const STEPS = join(ROOT, 'steps');

it.for(readSteps(STEPS))('$name keeps its budgets', (step) => {
  expect(judgeStep(step, readSteps(STEPS))).toEqual([]);
});

it.for(packageFolders())('%s has a short README', (folder) => {
  const readme = join(ROOT, folder, 'README.md');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : undefined;
  expect(judgeReadme(folder, text)).toEqual([]);
});

describe('a change', () => {
  const diffOf = (added: number, deleted: number): Diff => ({
    files: [{ file: 'server.ts', added, deleted }],
    renames: [],
  });

  it.for([
    { step: 'step-06', added: 60, deleted: 0 },
    { step: 'step-04', added: 4, deleted: 4 },
    { step: 'step-07', added: 128, deleted: 22 },
  ])('of +$added −$deleted lines is allowed in $step', ({ step, added, deleted }) => {
    expect(judgeChange(step, diffOf(added, deleted))).toEqual([]);
  });

  it.for([
    { step: 'step-06', added: 52, deleted: 9, says: '61 changed lines, of at most 60: 1 too many' },
    { step: 'step-04', added: 8, deleted: 1, says: '9 changed lines, of at most 8: 1 too many' },
    { step: 'step-07', added: 127, deleted: 23, says: '23 deleted lines, of at most 22: 1 too many' },
    { step: 'step-02', added: 1, deleted: 5, says: '5 deleted lines, of at most 4: 1 too many' },
  ])('of +$added −$deleted lines is too much in $step', ({ step, added, deleted, says }) => {
    const complaint = `${step}: ${says}\n${added}\t${deleted}\tserver.ts`;
    expect(judgeChange(step, diffOf(added, deleted))).toEqual([complaint]);
  });
});

describe('types', () => {
  const judge = (line: string) => judgeSources('step-06', [{ file: 'x.ts', text: `// −\n${line}\n` }]);

  it.for([
    'const x = [1] as const;',
    "import { y as x, type Y as X } from './y.ts';",
    "const x = 'as any'; // as any",
    'const x = await Promise.any([]);',
  ])('may be left as they are in: %s', (line) => {
    expect(judge(line)).toEqual([]);
  });

  it.for([
    { line: 'const x: any[] = [];', found: 'any' },
    { line: 'const x = y as string;', found: 'y as string' },
    { line: 'const x = <string>y;', found: '<string>y' },
  ])('must be mended in: $line', ({ line, found }) => {
    expect(judge(line)).toEqual([`step-06: expected a checked type, got ${found} in line 2 of x.ts`]);
  });
});

it('comments and blank lines are no code', () => {
  const comments = '/**\n * Why.\n */\n\n// Why.\n/* Why. */\n  /** Why. */\n';
  const code = 'a(); // Why.\n/* Why. */ b();\nclass C {\n  *d() {}\n}\n'.repeat(6);
  const sources = Array.from('abcdefghijk', (name) => ({ file: `${name}.ts`, text: comments + code }));
  expect(judgeSources('step-06', sources.slice(0, 10))).toEqual([]);
  expect(judgeSources('step-06', sources)).toEqual([
    'step-06: 330 lines of code, of at most 300: 30 too many',
  ]);
});

describe('step 06 is found out', () => {
  const copy = copyRepository();
  const src = join(copy, 'steps/06-get-set/src');
  beforeEach(() => {
    rmSync(src, { recursive: true });
    cpSync(join(STEPS, '06-get-set/src'), src, { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it.for([
    {
      spoiling: 'by 130 lines too many',
      spoil: () => appendFileSync(join(src, 'commands.ts'), '// Again.\n'.repeat(130)),
      says: /^step-06: \d+ changed lines, of at most 60: \d+ too many\n/,
    },
    {
      spoiling: 'by a file of which all is deleted',
      spoil: () => writeFileSync(join(src, 'handshake.ts'), ''),
      says: /^step-06: \d+ deleted lines, of at most \d+: \d+ too many\n/,
    },
    {
      spoiling: 'by functions in another order',
      spoil: () => reorder(join(src, 'handshake.ts')),
      says: /^step-06: \d+ deleted lines, of at most \d+: \d+ too many\n/,
    },
    {
      spoiling: 'by a renamed file',
      spoil: () => renameSync(join(src, 'commands.ts'), join(src, 'orders.ts')),
      says: /^step-06: 1 renamed files, of at most 0: 1 too many\n[\s\S]*renamed\tcommands.ts => orders.ts$/,
    },
    {
      spoiling: 'by two more files',
      spoil: () => ['a.ts', 'b.ts'].map((file) => writeFileSync(join(src, file), '// More.\n')),
      says: /^step-06: 4 changed files, of at most 3: 1 too many\n/,
    },
    {
      spoiling: 'by a long file',
      spoil: () => writeFileSync(join(src, 'long.ts'), '\n'.repeat(101)),
      says: 'step-06: 101 lines in long.ts, of at most 100: 1 too many',
    },
    {
      spoiling: 'by much code',
      spoil: () => writeFileSync(join(src, 'much.ts'), 'again();\n'.repeat(300)),
      says: /^step-06: \d+ lines of code, of at most 300: \d+ too many$/,
    },
    {
      spoiling: 'by a cast',
      spoil: () => writeFileSync(join(src, 'cast.ts'), 'export const one = 1 as number;\n'),
      says: 'step-06: expected a checked type, got 1 as number in line 1 of cast.ts',
    },
  ])('$spoiling', ({ spoil, says }) => {
    const steps = readSteps(join(copy, 'steps'));
    const judge = () =>
      steps.filter(({ number }) => number === '06').flatMap((step) => judgeStep(step, steps));
    const before = judge();
    spoil();
    // Figures are part of a complaint, so one that was there before and got worse counts as new.
    const complaints = judge().filter((complaint) => !before.includes(complaint));
    expect(complaints).toContainEqual(expect.stringMatching(says));
  });
});

/** Puts the last function of a file first, and so on. */
function reorder(file: string): void {
  const parts = readFileSync(file, 'utf8')
    .trimEnd()
    .split(/\n\n(?=\S)/);
  writeFileSync(file, `${parts.reverse().join('\n\n')}\n`);
}
