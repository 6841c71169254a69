import { describe, expect, it } from 'vitest';
import { runNode } from './run-node.ts';

const MAIN = 'src/main.ts';

describe.concurrent('a command line that cannot be understood is answered in one line, with exit code 2', () => {
  it.for([
    { args: ['--fast'], says: /^unknown option '--fast'\. All options: npm run test:fuzz -- --help\n$/ },
    { args: ['--seconds', 'x'], says: /Expected a whole number from 0, got 'x'\. / },
    { args: ['--target', 'x'], says: /Expected some of requests,replies, got 'x'\. / },
  ])('$args', async ({ args, says }, { expect }) => {
    const { code, stdout, stderr } = await runNode(MAIN, args);
    expect(stderr).toMatch(says);
    expect(stderr.split('\n')).toHaveLength(2);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

it('--help has every option', async () => {
  const { code, stdout, stderr } = await runNode(MAIN, ['--help']);
  for (const option of ['seconds', 'target', 'seed', 'runs']) expect(stdout).toContain(`--${option} `);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

describe.concurrent('the decoders of shared/resp stand it, and every line of them is reached', () => {
  it.for(['requests', 'replies'])('%s', { timeout: 60_000 }, async (target, { expect }) => {
    const { code, stdout, stderr } = await runNode(MAIN, [
      '--target',
      target,
      '--seed',
      '1',
      '--seconds',
      '0',
    ]);
    expect(stdout).toMatch(new RegExp(`^\\| target .*\\n.*\\n\\| ${target} \\| .* \\d+ of \\d+ \\|`));
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Seed 1, up to 0 s\n' });
  });
});

it('whoever breaks off gets what was tried so far', { timeout: 30_000 }, async () => {
  const { code, stdout } = await runNode(MAIN, ['--seconds', '600'], 'SIGINT');
  expect(stdout).toMatch(/^\| target .*\n.*\n\| requests .*\n\| replies /);
  expect(code).toBe(130);
});
