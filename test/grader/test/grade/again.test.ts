import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { courseWithin } from '../within.ts';
import { runCourse, startCourse } from './course.ts';
import { folderWith } from './folder.ts';
import { forkOf, inFolder, PONG, resultOf, timeless } from './pong.ts';

it('a class gets the same marks twice, to the byte, and none is lost', { timeout: 60_000 }, async () => {
  const here = folderWith(inFolder('pong', forkOf('node server.cjs')));
  const words = ['grade', 'pong', '--no-sandbox', '--step', '05'];
  const both = ['grades', 'again'].map((out) => runCourse(here, ...words, '--out', out));
  expect(await Promise.all(both)).toMatchObject([{ code: 0 }, { code: 0 }]);
  const [before, after] = ['grades', 'again'].map((out) => timeless(join(here, out, 'results/pong.json')));
  expect(after).toBe(before);
  const refused = courseWithin('grade', join(here, 'pong'), '--no-sandbox', '--out', join(here, 'grades'));
  await expect(refused).rejects.toThrow(
    /^--out: expected a folder without results, got .*Go on with --resume/,
  );
});

it('a class goes on where it was broken off, with what has changed', { timeout: 60_000 }, async () => {
  const here = folderWith({
    ...inFolder('one', forkOf('node server.cjs')),
    ...inFolder('two', forkOf('node server.cjs')),
  });
  const words = ['grade', 'one', 'two', '--no-sandbox', '--step', '02', '--resume'];
  await runCourse(here, ...words);
  const [one, two] = ['one', 'two'].map((name) => join(here, `grades/results/${name}.json`));
  const mark = (file = '') =>
    writeFileSync(file, readFileSync(file, 'utf8').replace('"commit": null', '"commit": "seen"'));
  mark(one);
  mark(two);
  writeFileSync(join(here, 'two/server.cjs'), PONG.replace('+PONG', '+PING'));
  await runCourse(here, ...words);
  expect(resultOf(here, 'one')).toMatchObject({ commit: 'seen', reached: '02' });
  expect(resultOf(here, 'two')).toMatchObject({ commit: null, reached: '01' });
  await runCourse(here, 'grade', 'one', '--no-sandbox', '--step', '03', '--resume');
  expect(resultOf(here, 'one')).toMatchObject({ commit: null });
});

it('a class is left alone at Ctrl-C, and what is graded is kept', { timeout: 60_000 }, async () => {
  const here = folderWith({
    ...inFolder('one', forkOf('node server.cjs')),
    ...inFolder('two', forkOf('exec sleep 1234.5')),
  });
  const { child, ended, scratch } = startCourse(
    here,
    'grade',
    'one',
    'two',
    '--no-sandbox',
    '--step',
    '02',
    '--jobs',
    '2',
  );
  while (!existsSync(join(here, 'grades/graded.json'))) await sleep(20);
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(130);
  expect(stdout).toMatch(/^one +02/m);
  expect(stderr).toContain('Broken off with 1 of 2 forks graded. Go on with --resume');
  expect(readFileSync(join(here, 'grades/gradebook.csv'), 'utf8')).toMatch(/^one,/m);
  expect(readdirSync(scratch)).toEqual([]);
  expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toContain('sleep 1234.5');
});
