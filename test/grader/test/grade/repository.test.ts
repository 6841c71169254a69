import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { obtain } from '../../src/grade/copies/obtain.ts';
import { sourceOf } from '../../src/grade/forks/source.ts';
import { folderWith } from './folder.ts';

// Git, and we, are many processes, and a busy machine takes its time with each.
vi.setConfig({ testTimeout: 60_000 });

const { signal } = new AbortController();

/** A repository with two commits, the first of which is tagged `first`. */
function repository() {
  const folder = folderWith({ 'server.py': 'one' });
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-C', folder, ...words], {
      encoding: 'utf8',
    }).trim();
  const commit = (message: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  const first = commit('One');
  git('tag', 'first');
  writeFileSync(join(folder, 'server.py'), 'two');
  return { folder, git, commit, first, second: commit('Two') };
}

const get = (written: string) => obtain(sourceOf(written, '/'), folderWith(), signal);

it('is cloned as it is now, or at a tag', async () => {
  const { folder, git, first, second } = repository();
  const bare = join(folderWith(), 'ada.git');
  git('clone', '--quiet', '--bare', '.', bare);
  const now = await get(bare);
  expect(now.commit).toBe(second);
  expect(readFileSync(join(now.folder, 'server.py'), 'utf8')).toBe('two');
  expect(existsSync(join(now.folder, '.git'))).toBe(false);
  for (const written of [`${bare}#first`, `${folder}#first`]) {
    const then = await get(written);
    expect(then.commit).toBe(first);
    expect(readFileSync(join(then.folder, 'server.py'), 'utf8')).toBe('one');
  }
});

it('that stands in a folder is taken as it stands there, and tells its commit', async () => {
  const { folder, second } = repository();
  writeFileSync(join(folder, 'server.py'), 'three');
  const { commit, folder: copy } = await get(folder);
  expect(commit).toBe(second);
  expect(readFileSync(join(copy, 'server.py'), 'utf8')).toBe('three');
  mkdirSync(join(folder, 'inside'));
  expect((await get(join(folder, 'inside'))).commit).toBeNull();
});

it('runs nothing of its own: no hook, no filter', async () => {
  const { folder, git, commit } = repository();
  const ran = join(folderWith(), 'ran');
  writeFileSync(join(folder, '.gitattributes'), '* filter=evil\n');
  for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction']) {
    writeFileSync(join(folder, '.git/hooks', hook), `#!/bin/sh\ntouch ${ran}\n`);
    chmodSync(join(folder, '.git/hooks', hook), 0o755);
  }
  git('config', 'filter.evil.smudge', `touch ${ran}; cat`);
  git('-c', 'core.hooksPath=/dev/null', '-c', 'filter.evil.smudge=', 'status');
  commit('Three');
  execFileSync('rm', ['-f', ran]);
  await get(`${folder}#main`);
  await get(folder);
  expect(existsSync(ran)).toBe(false);
});

it('brings no submodule', async () => {
  const { folder, git, commit } = repository();
  git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository().folder, 'other');
  commit('Four');
  const { folder: copy } = await get(`${folder}#main`);
  expect(readdirSync(join(copy, 'other'))).toEqual([]);
});

it('that is not there, or has no such tag, is ungradable for git’s reason', async () => {
  const { folder } = repository();
  await expect(get(`${folder}#third`)).rejects.toThrow(/^git clone: .*third/);
  execFileSync('rm', ['-rf', join(folder, '.git/objects')]);
  await expect(get(`${folder}#main`)).rejects.toHaveProperty('name', 'Ungradable');
});

it('that is small when packed and large when it is not is not unpacked', async () => {
  const { folder, commit } = repository();
  execFileSync('truncate', ['--size=2M', join(folder, 'zeroes')]);
  commit('Large');
  const most = { files: 10, bytes: 1_000_000, depth: 5 };
  const copy = obtain(sourceOf(`${folder}#main`, '/'), folderWith(), signal, most);
  await expect(copy).rejects.toThrow('expected at most 1000000 bytes in all files, got 2097155');
});
