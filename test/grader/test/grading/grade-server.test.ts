import { describe, expect, test } from 'vitest';
import { courseSteps } from '../../src/grading/course.ts';
import { type GradeOptions, gradeServer } from '../../src/grading/grade-server.ts';
import { isListening, pong, startable } from '../servers/start.ts';
import { grade, verdicts } from './pong.ts';

const TIMEOUT = 60_000;
const impatience = { first: 300, next: 300 };

describe.concurrent('a server that listens', { timeout: TIMEOUT }, () => {
  test('passes the steps whose core checks it passes, and is told what it misunderstands', async () => {
    const seen: string[] = [];
    const grading = await grade([], { onCheck: ({ id }, step) => seen.push(`${step} ${id}`) });
    expect(verdicts(grading)).toEqual(['pass', 'pass', 'pass', 'pass', 'fail']);
    expect(grading.steps[4]?.diagnoses.map(({ id }) => id)).toEqual(['hardcoded-pong']);
    expect(seen[0]).toBe('02 ping/once');
    expect(seen).toHaveLength(grading.findings.length);
    expect(grading.isLeft).toBe(false);
  });

  test('is judged the same each time, but for the time it takes', async () => {
    const [one, two] = (await Promise.all([grade([]), grade([])])).map(({ steps }) =>
      JSON.stringify(steps, (key, value) => (key === 'ms' ? 0 : value)),
    );
    expect(one).toBe(two);
  });

  test('is asked no more after the step that it fails, if one stops there', async () => {
    const grading = await grade(['is-silent'], { stopsAtFailure: true, patience: impatience });
    expect(verdicts(grading)).toEqual(['pass', 'fail']);
    expect(grading.findings.map(({ step }) => step)).not.toContain('03');
  });

  test('that is silent fails once, and says nothing of the rest', async () => {
    const { findings } = await grade(['is-silent'], { patience: impatience });
    expect(findings.filter(({ result }) => result.verdict === 'fail')[0]?.result.check.id).toBe('ping/once');
    expect(findings.filter(({ result }) => result.verdict === 'blocked').length).toBeGreaterThan(40);
  });

  test('that talks without end fails, and takes nobody with it', async () => {
    const grading = await grade(['floods'], { stopsAtFailure: true });
    expect(verdicts(grading)).toContain('fail');
    expect(grading.isLeft).toBe(false);
  });

  test('that lets a byte fall now and then is not waited for longer than a check may take', async () => {
    const { findings, steps, starts } = await grade(['drips'], { checkWithinMs: 500 });
    expect(findings.map(({ result }) => result.verdict)).not.toContain('pass');
    expect(steps[1]?.checks[0]).toMatchObject({
      id: 'ping/once',
      verdict: 'fail',
      received: 'What the server said took no end in 0.5 s.',
    });
    expect(starts).toBeLessThanOrEqual(4);
  });
});

test('whoever breaks off leaves nothing running', { timeout: TIMEOUT }, async () => {
  const abort = new AbortController();
  const { port, start, started } = await startable(pong());
  const onCheck = () => abort.abort(new Error('enough'));
  const asked = { steps: courseSteps(), layout: 'server' } satisfies Partial<GradeOptions>;
  await expect(gradeServer({ ...asked, port, start, signal: abort.signal, onCheck })).rejects.toThrow(
    'enough',
  );
  expect(started.map((server) => server.isRunning())).toEqual([false]);
  expect(await isListening(port)).toBe(false);
});
