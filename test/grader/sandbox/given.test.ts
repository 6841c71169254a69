import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { GraderError } from '../src/errors.ts';
import { hostileFolder, runHostile } from './hostile.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');
const MISSING = 'No such file or directory';

describe('links, and what a fork is given', { timeout: 30_000 }, () => {
  test('links lead nowhere', async () => {
    const folder = hostileFolder();
    symlinkSync(REPOSITORY, join(folder, 'repository'));
    symlinkSync(join(import.meta.dirname, 'hostile.ts'), join(folder, 'file'));
    const links = ['/fork/repository', '/fork/file'];
    const { output } = await runHostile(['python3', 'look-around.py', ...links], { folder });
    expect(JSON.parse(output).paths).toEqual({ '/fork/repository': MISSING, '/fork/file': MISSING });
  });

  test('it may read what it is given, in its folder, too', async () => {
    const packages = folderWith('left-pad', 'module');
    const readOnly = [{ outside: packages, inside: '/fork/node_modules' }];
    const { output } = await runHostile(['cat', 'node_modules/left-pad'], { readOnly });
    expect(output).toBe('module');
  });

  test('where a link stands in the way of that, it does not start', async () => {
    const folder = hostileFolder();
    const elsewhere = folderWith('kept', '');
    mkdirSync(join(folder, 'deep'));
    symlinkSync(elsewhere, join(folder, 'deep/link'));
    const readOnly = [{ outside: elsewhere, inside: '/fork/deep/link/node_modules' }];
    const message = 'expected a folder at deep/link, got a file or a link';
    await expect(runHostile(['true'], { folder, readOnly })).rejects.toEqual(new GraderError(message));
  });

  test('our own Node comes first, and what is installed on the system is there', async () => {
    const { output } = await runHostile(['sh', '-c', 'node --version; command -v node; echo "$HOME $PORT"']);
    expect(output).toBe(`${process.version}\n/node/bin/node\n/fork 6379\n`);
  });
});

function folderWith(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // As packages are when they have been installed.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, name), content);
  return folder;
}
