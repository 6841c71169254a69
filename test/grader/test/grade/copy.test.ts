import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { copyFork, MOST } from '../../src/grade/copies/copy.ts';
import { folderWith } from './folder.ts';

// Git, and we, are many processes, and a busy machine takes its time with each.
vi.setConfig({ testTimeout: 60_000 });

const LITTLE = { files: 10, bytes: 1000, depth: 5 };

it('holds what the learner has written, and nothing that was installed', async () => {
  const from = folderWith({
    'src/server.py': 'print()',
    'node_modules/x/x.js': '',
    '.git/HEAD': '',
    run: '',
  });
  chmodSync(join(from, 'run'), 0o700);
  const to = join(folderWith(), 'copy');
  await copyFork(from, to, MOST);
  expect(readdirSync(to, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
    'run',
    'src',
    'src/server.py',
  ]);
  expect(readFileSync(join(to, 'src/server.py'), 'utf8')).toBe('print()');
  expect(lstatSync(join(to, 'run')).mode & 0o777).toBe(0o755);
});

it('holds links as links, wherever they lead', async () => {
  const from = folderWith();
  symlinkSync('/etc/passwd', join(from, 'course.json'));
  symlinkSync('.', join(from, 'loop'));
  symlinkSync('nowhere', join(from, 'node_modules'));
  const to = join(folderWith(), 'copy');
  await copyFork(from, to, MOST);
  expect(readlinkSync(join(to, 'course.json'))).toBe('/etc/passwd');
  expect(readlinkSync(join(to, 'loop'))).toBe('.');
  expect(existsSync(join(to, 'node_modules'))).toBe(false);
});

it('holds no pipe and no socket, and does not wait for them', async () => {
  const from = folderWith({ a: '' });
  execFileSync('mkfifo', [join(from, 'pipe')]);
  const server = createServer().listen(join(from, 'socket'));
  const to = join(folderWith(), 'copy');
  await copyFork(from, to, MOST);
  server.close();
  expect(readdirSync(to)).toEqual(['a']);
});

it.for([
  ['files', () => Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}`, ''])), 'at most 10 files'],
  ['bytes', () => ({ a: 'a'.repeat(600), b: 'b'.repeat(600) }), 'MB in all files, got more'],
  ['depth', () => ({ 'a/b/c/d/e/f/g': '' }), 'to a depth of 5, got more'],
] as const)('has limits: %s', async ([, files, says]) => {
  const copy = copyFork(folderWith(files()), join(folderWith(), 'copy'), LITTLE);
  await expect(copy).rejects.toThrow(says);
  await expect(copy).rejects.toHaveProperty('name', 'Ungradable');
});

it('counts a file by what it claims to hold, before anything is read', async () => {
  const from = folderWith({ sparse: '' });
  execFileSync('truncate', ['--size=1T', join(from, 'sparse')]);
  await expect(copyFork(from, join(folderWith(), 'copy'), MOST)).rejects.toThrow('at most 500 MB');
});

it('tells by a hash whether anything has changed', async () => {
  const from = folderWith({ a: 'one', b: '' });
  const hash = () => copyFork(from, join(folderWith(), 'copy'), MOST);
  const before = await hash();
  expect(await hash()).toBe(before);
  const changes = [
    () => writeFileSync(join(from, 'a'), 'two'),
    () => chmodSync(join(from, 'a'), 0o755),
    () => mkdirSync(join(from, 'c')),
    () => symlinkSync('a', join(from, 'd')),
  ];
  const hashes = [before];
  for (const change of changes) {
    change();
    hashes.push(await hash());
  }
  expect(new Set(hashes).size).toBe(5);
});
