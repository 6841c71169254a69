import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepProgress, readProgress } from '../../src/check/progress.ts';
import type { StepResult } from '../../src/result.ts';
import { temporaryFolder } from '../course.ts';

const step = (number: string, verdict: StepResult['verdict']): StepResult => ({
  ...{ step: number, verdict, reason: null, checks: [], diagnoses: [] },
});

async function folderWith(text: string): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.course'));
  await writeFile(join(folder, '.course/progress.json'), text);
  return folder;
}

test('it holds the steps up to the first that fails, and when each was passed first', async () => {
  const folder = await temporaryFolder();
  expect(await keepProgress(folder, new Map(), [step('01', 'pass'), step('02', 'fail')])).toBe(true);
  const first = await readProgress(folder);
  expect([...first.keys()]).toEqual(['01']);
  expect(Date.parse(first.get('01') ?? '')).toBeGreaterThan(Date.now() - 60_000);
  const passed = ['01', '02', '03'].map((number) => step(number, 'pass'));
  await keepProgress(folder, new Map([['01', 'long ago']]), [
    ...passed,
    step('04', 'fail'),
    step('05', 'pass'),
  ]);
  const later = await readProgress(folder);
  expect([...later.keys()]).toEqual(['01', '02', '03']);
  expect(later.get('01')).toBe('long ago');
});

test('a step that fails now has been passed all the same', async () => {
  const folder = await temporaryFolder();
  await keepProgress(folder, new Map([['02', 'long ago']]), [step('01', 'pass'), step('02', 'fail')]);
  expect([...(await readProgress(folder)).keys()]).toEqual(['01', '02']);
});

test.each([
  '',
  'no JSON',
  '{"schema":"toy-redis-progress/1"}',
  '{"schema":"toy-redis-progress/2","steps":{"01":"long ago"}}',
  '{"schema":"toy-redis-progress/1","steps":{"01":7}}',
  'null',
])('what says %j is as good as none', async (text) => {
  expect((await readProgress(await folderWith(text))).size).toBe(0);
});
