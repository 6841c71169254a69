import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../course.ts';
import { grade, verdicts } from './pong.ts';

const TIMEOUT = 60_000;

describe.concurrent('a server that dies', { timeout: TIMEOUT }, () => {
  const failuresOf = ({ steps }: Awaited<ReturnType<typeof grade>>) =>
    steps.slice(0, 4).flatMap(({ checks }) => checks.filter(({ verdict }) => verdict === 'fail'));

  test('fails by what it died of, with its last words, and is started again for the rest', async () => {
    const { steps, starts } = await grade(['dies-of-echo']);
    const checks = steps.flatMap((step) => step.checks);
    expect(checks.find(({ id }) => id === 'resp/echo')).toMatchObject({
      verdict: 'fail',
      expected: '"$3\\r\\nhey\\r\\n"',
      received: 'The server exited with code 1. It printed last:\nI am there\nI cannot bear it',
    });
    // Once more, to see whether it was this.
    expect(starts).toBe(3);
  });

  test('slowly fails the check that it died of, and no other', async () => {
    const grading = await grade(['dies-after-inline']);
    expect(failuresOf(grading)).toMatchObject([
      {
        id: 'inline/ping',
        received: 'The server exited with code 1. It printed last:\nI am there',
      },
    ]);
    expect(grading.steps[1]?.checks.map(({ verdict }) => verdict)).not.toContain('blocked');
    expect(verdicts(grading)).toEqual(['pass', 'fail', 'pass', 'pass', 'fail']);
  });

  test('is left alone when it has died of all', async () => {
    const grading = await grade(['dies-of-all']);
    expect(grading.starts).toBeLessThanOrEqual(4);
    expect(grading.findings[0]?.died).toContain('exited with code 1');
    expect(verdicts(grading)).toEqual(['pass', 'fail', 'fail', 'fail', 'fail']);
  });
});

test('a server that dies once, and not again of the same, fails nothing, but one is told', {
  timeout: TIMEOUT,
}, async () => {
  const grading = await grade(['dies-once', join(await temporaryFolder(), 'trace')]);
  expect(verdicts(grading)).toEqual(['pass', 'pass', 'pass', 'pass', 'fail']);
  expect(grading.steps.map(({ reason }) => reason)).toEqual([
    null,
    'the server died once, at inline/ping or before, and not again. ' +
      'The server exited with code 1. It printed last:\nI am there',
    ...[null, null, null],
  ]);
});
