import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { startCourse, startCourseBeside } from '../../test/grade/course.ts';
import { folderWith } from '../../test/grade/folder.ts';
import { resultOf, timeless } from '../../test/grade/pong.ts';
import { processesWith } from '../hostile.ts';
import { conformanceServer, writeCourseFile } from './make.ts';

const PATIENCE_MS = 120_000;

it('a class whose grader was killed goes on', { timeout: PATIENCE_MS }, async () => {
  const here = folderWith();
  const mark = randomUUID();
  const [one, two] = [join(here, 'one'), join(here, 'two')];
  for (const fork of [one, two]) mkdirSync(fork);
  conformanceServer('correct')(one);
  conformanceServer('correct', `sleep 600; : ${mark}`)(two);
  const words = ['grade', 'one', 'two', '--step', '02', '--jobs', '2', '--resume'];
  const { child, ended, scratch } = startCourse(here, ...words);
  await vi.waitFor(() => expect(existsSync(join(here, 'grades/graded.json'))).toBe(true), PATIENCE_MS);
  await vi.waitFor(() => expect(processesWith(mark)).not.toEqual([]), PATIENCE_MS);
  child.kill('SIGKILL');
  expect(await ended).toMatchObject({ code: null });
  await vi.waitFor(() => expect(processesWith(mark)).toEqual([]), PATIENCE_MS);
  expect(readdirSync(scratch)).toEqual([expect.stringMatching(/^toy-redis-grade-\d+-/)]);

  const file = join(here, 'grades/results/one.json');
  const before = readFileSync(file, 'utf8');
  expect(JSON.parse(timeless(file))).toMatchObject({ verdict: 'graded', reached: '02' });
  writeCourseFile(two, 'node correct.ts');
  const again = startCourseBeside(scratch, here, ...words);
  expect(await again.ended).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(resultOf(here, 'two')).toMatchObject({ verdict: 'graded', reached: '02' });
  expect(readFileSync(join(here, 'grades/gradebook.csv'), 'utf8')).toMatch(/^one,.*\ntwo,/m);
  expect(readdirSync(scratch)).toEqual([]);
});
