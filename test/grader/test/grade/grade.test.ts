import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { chooseGround } from '../../src/grade/grounds/choose.ts';
import { courseWithin } from '../within.ts';
import { runCourse } from './course.ts';
import { folderWith } from './folder.ts';
import { forkOf, inFolder, resultOf } from './pong.ts';

// Git, and we, are many processes, and a busy machine takes its time with each.
vi.setConfig({ testTimeout: 60_000 });

it('a class gets its files, whatever some of it are', { timeout: 60_000 }, async () => {
  const here = folderWith({
    ...inFolder('pong', forkOf('node server.cjs')),
    ...inFolder('exits', forkOf('echo it is hopeless >&2; exit 3')),
    ...inFolder('unbuilt', forkOf('node server.cjs', 'echo no compiler; exit 4')),
    ...inFolder('built', forkOf('node built.cjs', 'cp server.cjs built.cjs')),
    'nothing/readme': '',
    'broken/course.json': '{',
  });
  symlinkSync('/etc/passwd', join(here, 'nothing/steps'));
  const forks = ['pong', 'exits', 'unbuilt', 'built', 'nothing', 'broken'];
  const { code, stdout, stderr } = await runCourse(here, 'grade', ...forks, '--no-sandbox', '--step', '02');
  expect(code).toBe(1);
  expect(stderr).toContain('Without a sandbox');
  expect(stdout).toMatch(/^pong +02 +100\.0/m);
  expect(resultOf(here, 'pong')).toMatchObject({
    verdict: 'graded',
    reached: '02',
    score: 100,
    layout: 'server',
  });
  expect(resultOf(here, 'built')).toMatchObject({ verdict: 'graded', reached: '02' });
  const reasonOf = (fork: string) => resultOf(here, fork).reason;
  expect(reasonOf('exits')).toMatch(/exited with code 3.*it is hopeless/s);
  expect(reasonOf('unbuilt')).toBe(
    '`echo no compiler; exit 4` failed: it exited with code 4. It printed last: no compiler',
  );
  expect(reasonOf('nothing')).toMatch(/^expected a file course\.json, or steps\/01-bind\/package\.json/);
  expect(reasonOf('broken')).toMatch(/^course\.json: expected an object/);
  const written = readdirSync(join(here, 'grades'), { recursive: true, encoding: 'utf8' });
  expect(written).toEqual(
    expect.arrayContaining(['gradebook.csv', 'junit.xml', 'index.html', 'graded.json']),
  );
  for (const fork of forks) {
    expect(written).toEqual(
      expect.arrayContaining([`results/${fork}.json`, `gradescope/${fork}.json`, `forks/${fork}.html`]),
    );
  }
  expect(written.filter((name) => name.includes('.draft'))).toEqual([]);
});

it('weighs steps as told, also those that are not graded yet', { timeout: 30_000 }, async () => {
  const files = inFolder('pong', forkOf('node server.cjs'));
  const here = folderWith({ ...files, 'weights.json': '{ "05": 0, "07": 3 }' });
  const words = ['grade', 'pong', '--no-sandbox', '--step', '05', '--weights', 'weights.json'];
  await runCourse(here, ...words);
  expect(resultOf(here, 'pong')).toMatchObject({ score: 100 });
});

it('wrong usage has one line', async () => {
  const { code, stderr } = await runCourse(folderWith(), 'grade', '.', '--step', '9', '--no-sandbox');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^There is no step '9'[^\n]*\n$/);
});

it.for([
  ['expected folders or git repositories', []],
  ['expected a folder or a git repository, got nowhere', ['nowhere']],
  ['Expected a whole number from 1 to 256', ['.', '--jobs', '0']],
] as const)('wrong usage is refused: %s', async ([says, words]) => {
  const told = courseWithin('grade', ...words, '--no-sandbox');
  await expect(told).rejects.toThrow(UsageError);
  await expect(told).rejects.toThrow(says);
});

it('without bubblewrap there is no grading', async () => {
  await expect(chooseGround(true, folderWith())).rejects.toThrow(
    /^expected .* found none: apt-get install .*--no-sandbox$/,
  );
});
