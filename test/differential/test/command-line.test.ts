import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runDifferential } from './run-differential.ts';

describe.concurrent('a command line that cannot be understood is answered in one line, with exit code 2', () => {
  it.for([
    {
      args: ['--fast'],
      says: /^unknown option '--fast'\. All options: npm run test:differential -- --help\n$/,
    },
    { args: ['fast'], says: /^too many arguments\. / },
    { args: ['--seconds', 'x'], says: /Expected a whole number from 0, got 'x'\. / },
    { args: ['--seed', '-1'], says: /Expected a whole number from 0, got '-1'\. / },
    { args: ['--steps', '05,99'], says: /^--steps: expected some of 01,.*07.*, got '99'\n$/ },
  ])('$args', async ({ args, says }, { expect }) => {
    const { code, stdout, stderr } = await runDifferential(args);
    expect(stderr).toMatch(says);
    expect(stderr.split('\n')).toHaveLength(2);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

it('--help has every option and examples', async () => {
  const { code, stdout, stderr } = await runDifferential(['--help']);
  for (const option of ['seconds', 'steps', 'seed', 'runs']) expect(stdout).toContain(`--${option} `);
  expect(stdout).toContain('npm run test:differential -- --steps 07');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it('says how to install Redis where it is missing', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'toy-redis-differential-'));
  onTestFinished(() => rmSync(empty, { recursive: true }));
  expect(await runDifferential([], { PATH: empty })).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'there is no redis-server here. To install it: Debian: apt-get install redis-server; macOS: brew install redis\n',
  });
});
