import { expect, it } from 'vitest';
import { runDifferential, startDifferential } from '../test/run-differential.ts';

it('every step that speaks RESP is like Redis, in each case and in some inputs more', {
  timeout: 60_000,
}, async () => {
  const { code, stdout, stderr } = await runDifferential(['--seconds', '5', '--seed', '1']);
  expect(stdout).toMatch(/^\| 05 .*\n\| 06 .*\n\| 07 /m);
  expect(stdout).not.toContain('differ after');
  expect(stderr).toMatch(/^Redis \d+\.\d+\.\d+, seed 1, up to 5 s\n/);
  expect(code).toBe(0);
});

it('a step that does not speak RESP is refused by name', async () => {
  expect(await runDifferential(['--steps', '04', '--seconds', '1'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /--steps: expected steps that speak RESP, got '04', which does not answer ECHO\n$/,
    ),
  });
});

it('whoever breaks it off gets what was found so far, and no server is left', {
  timeout: 30_000,
}, async () => {
  const { stderr, breakOff, isAnythingLeft, ended } = startDifferential(['--steps', '05', '--seed', '1']);
  await expect.poll(stderr, { timeout: 20_000 }).toMatch(/inputs of 05: \d+/);
  breakOff();
  expect(await ended).toMatchObject({ code: 130, stdout: expect.stringMatching(/^\| 05 .*\d+ \|$/m) });
  expect(isAnythingLeft()).toBe(false);
});
