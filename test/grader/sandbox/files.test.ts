import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { hostileFolder, runHostile } from './hostile.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');
const MISSING = 'No such file or directory';

describe('files of its own', { timeout: 30_000 }, () => {
  test('it sees the system, its folder and itself, and nothing of ours', async () => {
    vi.stubEnv('SECRET_OF_OURS', 'do not tell');
    onTestFinished(() => void vi.unstubAllEnvs());
    const [other, folder] = [hostileFolder(), hostileFolder()];
    const ours = [
      homedir(),
      REPOSITORY,
      import.meta.dirname,
      other,
      folder,
      '/etc/shadow',
      '/etc/hostname',
      '/sys',
    ];
    const { output } = await runHostile(['python3', 'look-around.py', '/fork/look-around.py', ...ours], {
      folder,
    });
    const { environment, environments, paths, root, processes, open, devices, id } = JSON.parse(output);
    expect(environment).toEqual(['HOME', 'LANG', 'PATH', 'PORT', 'PWD']);
    expect(JSON.stringify(environments)).not.toContain('SECRET_OF_OURS');
    expect(paths).toEqual({
      '/fork/look-around.py': 'there',
      ...Object.fromEntries(ours.map((path) => [path, MISSING])),
    });
    const system = ['bin', 'lib', 'lib32', 'lib64', 'sbin', 'usr'];
    expect(root.filter((name: string) => !system.includes(name))).toEqual([
      'dev',
      'etc',
      'fork',
      'node',
      'proc',
      'tmp',
    ]);
    // Its init and itself.
    expect([processes, id]).toEqual([2, 1000]);
    expect(open.filter((path: string) => !isHarmless(path))).toEqual([]);
    const usual = [
      'core',
      'fd',
      'full',
      'null',
      'ptmx',
      'pts',
      'random',
      'shm',
      'stderr',
      'stdin',
      'stdout',
      'tty',
    ];
    expect(devices.filter((name: string) => !['console', 'urandom', 'zero'].includes(name))).toEqual(usual);
  });

  test('no file that is open for all whom we start is open for it', async () => {
    const folder = hostileFolder();
    const grader = join(import.meta.dirname, 'looking-grader.ts');
    const leaky = ['-c', 'exec 99< "$0"; exec "$@"', REPOSITORY, process.execPath, grader, folder];
    const told = execFileSync('bash', leaky, { encoding: 'utf8' });
    const { ours, theirs } = JSON.parse(told);
    expect(ours).toContain(`99 -> ${REPOSITORY}\n`);
    expect(JSON.parse(theirs).open.filter((path: string) => !isHarmless(path))).toEqual([]);
  });

  test('it writes into its folder and where all do for a while, and nowhere else', async () => {
    const places = [
      '/',
      '/usr/',
      '/usr/local/bin/',
      '/etc/',
      '/node/bin/',
      '/dev/',
      '/proc/sys/',
      '/packages/',
    ];
    const files = ['/fork/', '/tmp/', '/dev/shm/', ...places].map((place) => `${place}new`);
    const readOnly = [{ outside: hostileFolder(), inside: '/packages' }];
    const { output } = await runHostile(['python3', 'write-around.py', ...files], { readOnly });
    const written = Object.entries(JSON.parse(output)).filter(([, became]) => became === 'written');
    expect(written.map(([file]) => file)).toEqual(['/fork/new', '/tmp/new', '/dev/shm/new']);
  });
});

/** Standard input, output and error, and the folder in which it looks. */
function isHarmless(path: string): boolean {
  return path === '/dev/null' || path === MISSING || /^socket:\[\d+\]$/.test(path);
}
