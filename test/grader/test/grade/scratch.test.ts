import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readInside } from '../../src/grade/copies/read-inside.ts';
import { remove } from '../../src/grade/copies/remove.ts';
import { makeScratch } from '../../src/grade/scratch.ts';
import { folderWith } from './folder.ts';

// Git, and we, are many processes, and a busy machine takes its time with each.
vi.setConfig({ testTimeout: 60_000 });

it('nothing is read from a fork through a link, or that is too long', async () => {
  const fork = folderWith({ 'steps/a/b': 'b', secret: 's' });
  symlinkSync('/etc', join(fork, 'etc'));
  symlinkSync('secret', join(fork, 'link'));
  expect(`${await readInside(fork, 'steps/a/b', 1)}`).toBe('b');
  for (const path of ['etc/passwd', 'link', 'steps', 'steps/a/b/c', 'none']) {
    expect(await readInside(fork, path, 10_000)).toBeNull();
  }
  expect(await readInside(fork, 'steps/a/b', 0)).toBeNull();
});

it('is removed however deep it is and whatever may not be entered', async () => {
  const folder = folderWith({ 'outside/kept': '' });
  const fork = join(folder, 'fork');
  const dig =
    'mkdir fork; cd fork; for i in $(seq 30); do mkdir -p $(printf "%0200d" 0); cd -P $(printf "%0200d" 0); done';
  execFileSync('sh', ['-c', dig], { cwd: folder });
  mkdirSync(join(fork, 'shut/in'), { recursive: true });
  symlinkSync(join(folder, 'outside'), join(fork, 'link'));
  chmodSync(join(fork, 'shut'), 0);
  await remove(fork);
  expect(existsSync(fork)).toBe(false);
  expect(existsSync(join(folder, 'outside/kept'))).toBe(true);
});

it('of a grader that was killed is removed by the next, and of no other', async () => {
  const gone = spawnSync('true').pid;
  const here = folderWith({
    [`toy-redis-grade-${gone}-abc/fork-1/server.py`]: '',
    [`toy-redis-grade-${process.pid}-abc/fork-1/server.py`]: '',
    'toy-redis-grade-mine/notes': '',
    [`${gone}-abc/notes`]: '',
  });
  symlinkSync(join(here, `${gone}-abc`), join(here, `toy-redis-grade-${gone}-def`));
  const made = basename(await makeScratch(here));
  expect(made).toMatch(new RegExp(`^toy-redis-grade-${process.pid}-`));
  expect(readdirSync(here).sort()).toEqual(
    [
      `${gone}-abc`,
      `toy-redis-grade-${gone}-def`,
      `toy-redis-grade-${process.pid}-abc`,
      'toy-redis-grade-mine',
      made,
    ].sort(),
  );
  expect(existsSync(join(here, `${gone}-abc/notes`))).toBe(true);
});
