import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runFaults } from './run-faults.ts';

/** Generous, as a machine may be busy. */
const TIMEOUT_MS = 60_000;

describe.concurrent('a command line that cannot be understood is answered in one line, with exit code 2', {
  timeout: TIMEOUT_MS,
}, () => {
  const help = 'All options: npm run test:faults -- --help\n';

  it.for([
    { args: ['--fast'], says: `unknown option '--fast'. ${help}` },
    { args: ['fast'], says: `too many arguments. Expected 0 arguments but got 1: fast. ${help}` },
    { args: ['--only', 'idle,earthquake'], says: /Expected some of idle,resets,.*, got 'earthquake'\. / },
    { args: ['--scale', '0'], says: /Expected a number from 0\.01 to 1, got '0'\. / },
    { args: ['--steps', '07,99'], says: /^--steps: expected all or some of 01,.*07.*, got '99'\n$/ },
    {
      args: ['--json', '/no/such/folder/x.json'],
      says: /^--json: expected a file .* got \/no\/such\/folder\/x/,
    },
    { args: ['--json', tmpdir()], says: /^--json: expected a file .*that is a folder/ },
  ])('$args', async ({ args, says }, { expect }) => {
    const { code, stdout, stderr } = await runFaults(args);
    expect(stderr).toMatch(says);
    expect(stderr.split('\n')).toHaveLength(2);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

it('--help has every option and every fault', { timeout: TIMEOUT_MS }, async () => {
  const { code, stdout, stderr } = await runFaults(['--help']);
  for (const option of ['steps', 'only', 'scale', 'json']) {
    expect(stdout).toMatch(new RegExp(`^ +--${option}\\b`, 'm'));
  }
  expect(stdout.replace(/\s+/g, '')).toContain('idle,resets,slow-reader');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
