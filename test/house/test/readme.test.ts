import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { diffFolders } from '../src/diff.ts';
import { ROOT } from '../src/repository.ts';
import { readSteps, srcOf } from '../src/steps.ts';

const steps = readSteps(join(ROOT, 'steps'));
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

it.for(steps)('README has $name, and the true size of its change', ({ folder, follows }) => {
  const row = readme.split('\n').find((line) => line.startsWith(`| [${basename(folder)}](`));
  expect(row?.split('|').at(-2)?.trim()).toBe(sizeOfChange(folder, follows));
});

function sizeOfChange(folder: string, follows: string | undefined): string {
  const before = steps.find(({ name }) => name === follows);
  if (!before) return '';
  const { files } = diffFolders(srcOf(before), join(folder, 'src'));
  const [added, deleted] = files.reduce(([a, d], file) => [a + file.added, d + file.deleted], [0, 0]);
  return `+${added} −${deleted}`;
}
