import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runBench } from './run-bench.ts';

describe.concurrent('a command line that cannot be understood is answered in one line, with exit code 2', () => {
  const help = 'All options: npm run bench -- --help\n';

  it.for([
    { args: ['--fast'], says: `unknown option '--fast'. ${help}` },
    { args: ['fast'], says: `too many arguments. Expected 0 arguments but got 1: fast. ${help}` },
    { args: ['--rounds', '0'], says: /'--rounds <number>'.* Expected a whole number from 1, got '0'\. / },
    { args: ['--depths', '1,x'], says: /'--depths <list>'.* Expected a whole number from 1, got 'x'\. / },
    { args: ['--scale', '0'], says: /Expected a number from 0\.01 to 10, got '0'\. / },
    { args: ['--only', 'speed'], says: /Expected some of throughput,memory,.*, got 'speed'\. / },
    { args: ['--growth', '--only', 'memory'], says: /'--growth' cannot be used with option '--only <list>'/ },
    { args: ['--server', ' '], says: /Expected a command line, got nothing/ },
    { args: ['--steps', '05,99'], says: /^--steps: expected all or some of 01,.*07.*, got '99'\n$/ },
    {
      args: ['--json', '/no/such/folder/x.json'],
      says: /^--json: expected a file .* got \/no\/such\/folder\/x/,
    },
    { args: ['--json', tmpdir()], says: /^--json: expected a file .*that is a folder/ },
  ])('$args', async ({ args, says }, { expect }) => {
    const { code, stdout, stderr } = await runBench(args);
    expect(stderr).toMatch(says);
    expect(stderr.split('\n')).toHaveLength(2);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

it('--help has every option and examples', async () => {
  const { code, stdout, stderr } = await runBench(['--help']);
  const options = ['steps', 'depths', 'workloads', 'rounds', 'server', 'only', 'growth', 'scale', 'json'];
  for (const option of options) expect(stdout).toMatch(new RegExp(`^ +--${option}\\b`, 'm'));
  expect(stdout).toContain('npm run bench -- --growth');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it('says how to install Redis where it is missing', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'toy-redis-bench-'));
  onTestFinished(() => rmSync(empty, { recursive: true }));
  const { code, stdout, stderr } = await runBench([], { PATH: empty });
  expect(stderr).toBe(
    'there is no redis-server here. To install it: Debian: apt-get install redis-server redis-tools; macOS: brew install redis\n',
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
});
