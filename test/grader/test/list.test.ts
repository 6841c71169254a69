import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../src/errors.ts';
import { courseSteps } from '../src/grading/course.ts';
import { course, temporaryFolder } from './course.ts';
import { courseWithin } from './within.ts';

async function folderThatPassed(...steps: string[]): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.course'));
  const passed = Object.fromEntries(steps.map((step) => [step, '2026-01-01T00:00:00.000Z']));
  const progress = { schema: 'toy-redis-progress/1', steps: passed };
  await writeFile(join(folder, '.course/progress.json'), JSON.stringify(progress));
  return folder;
}

describe('course list', { timeout: 60_000 }, () => {
  test('a line for each step: title, idea, and how much it changes', async () => {
    const out = await courseWithin('list', await temporaryFolder());
    const lines = out.split('\n');
    for (const [i, { number, title, idea }] of courseSteps().entries()) {
      expect(lines[i]).toMatch(new RegExp(`^  ${number} ${title} +${idea}`));
    }
    expect(lines[3]).toMatch(/\+1 −1$/);
    expect(out).toContain('No step was passed here yet. Next is step 01, bind.');
  });

  test('what was passed in the folder where one stands', async () => {
    const { out, err, code } = await course(['list'], await folderThatPassed('01', '02'));
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out.match(/^✓ \d\d/gm)).toEqual(['✓ 01', '✓ 02']);
    expect(out).toMatch(/Passed: 2 of \d+. Next is step 03, multi-ping./);
  });

  test('or in another; and when all is done', async () => {
    const all = courseSteps().map(({ number }) => number);
    expect(await courseWithin('list', await folderThatPassed(...all))).toContain(
      `All ${all.length} steps pass.`,
    );
  });

  test('a folder that there is not is told', async () => {
    const told = courseWithin('list', '/no/where');
    await expect(told).rejects.toThrow(new UsageError("expected a folder, got '/no/where', which is none"));
  });

  test('a file that cannot be read as progress is none', async () => {
    const folder = await folderThatPassed();
    await writeFile(join(folder, '.course/progress.json'), '{');
    expect(await courseWithin('list', folder)).toContain('No step was passed here yet.');
  });
});
