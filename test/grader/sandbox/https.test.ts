import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { obtain } from '../src/grade/copies/obtain.ts';
import { sourceOf } from '../src/grade/forks/source.ts';
import { folderWith } from '../test/grade/folder.ts';
import { serveGit } from './git-server.ts';
import { processesWith } from './hostile.ts';

// Git, and we, are many processes, and a busy machine takes its time with each.
vi.setConfig({ testTimeout: 60_000 });

/** A server with Ada's repository, and what an instructor's environment says of its certificate. */
async function served({ isTrusted = true } = {}) {
  const [work, repositories] = [folderWith({ 'server.py': 'one' }), folderWith()];
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', work, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words]);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'One');
  git('tag', 'due-05');
  git('clone', '--quiet', '--bare', '.', join(repositories, 'ada.git'));
  const { url, certificate } = await serveGit(repositories);
  // A configuration of one's own is the other way to trust it.
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_SSL_CAINFO', isTrusted ? certificate : undefined);
  return { url, commit: `${git('rev-parse', 'HEAD')}`.trim() };
}

const get = (written: string, signal = new AbortController().signal) =>
  obtain(sourceOf(written, '/'), folderWith(), signal);

it('a repository is cloned over https, at a tag', async () => {
  const { url, commit } = await served();
  const copy = await get(`${url}/ada.git#due-05`);
  expect(copy.commit).toBe(commit);
  expect(readdirSync(copy.folder)).toEqual(['server.py']);
});

it('whoever is not known by their certificate is not trusted', async () => {
  const { url } = await served({ isTrusted: false });
  await expect(get(`${url}/ada.git`)).rejects.toThrow(/^git clone: fatal: .*certificate/);
});

it.for([
  ['/bob.git', /^git clone: fatal: repository '.*' not found$/],
  ['/ada.git#due-07', /^git clone: fatal: Remote branch due-07 not found/],
] as const)('what is not there is not had: %s', async ([path, says]) => {
  const { url } = await served();
  await expect(get(url + path)).rejects.toThrow(says);
});

it('a repository that wants a password asks nobody for it', async () => {
  const { url } = await served();
  const asks = join(folderWith({ asks: '#!/bin/sh\ntouch "$0-somebody"\n' }), 'asks');
  chmodSync(asks, 0o755);
  for (const program of ['SSH_ASKPASS', 'GIT_ASKPASS']) vi.stubEnv(program, asks);
  const copy = get(`${url}/secret.git`);
  await expect(copy).rejects.toThrow(/^git clone: fatal: could not read Username/);
  await expect(copy).rejects.toHaveProperty('name', 'Ungradable');
  expect(existsSync(`${asks}-somebody`)).toBe(false);
});

it('a password in a URL that is wrong is not told', async () => {
  const { url } = await served();
  const copy = get(`${url.replace('//', '//ada:s3cret@')}/secret.git`);
  await expect(copy).rejects.toThrow(/^git clone: fatal: Authentication failed for '(?!.*s3cret)/);
});

it('with a server that says nothing, breaking off leaves nobody who waits for it', async () => {
  const { url } = await served();
  const mark = randomUUID();
  const breakOff = new AbortController();
  const copy = get(`${url}/silent.git?${mark}`, breakOff.signal);
  await vi.waitFor(() => expect(processesWith(mark).length).toBeGreaterThan(2), 30_000);
  breakOff.abort();
  await expect(copy).rejects.toThrow();
  await vi.waitFor(() => expect(processesWith(mark)).toEqual([]), 30_000);
});
