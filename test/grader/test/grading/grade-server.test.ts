import { describe, expect, test } from 'vitest';
import { courseSteps } from '../../src/grading/course.ts';
import { type GradeOptions, gradeServer } from '../../src/grading/grade-server.ts';
import { isListening, pong, startable } from '../servers/start.ts';

const TIMEOUT = 60_000;
/** Of all that it is asked, `pong.ts` passes no more than the first four. */
const steps = courseSteps().slice(0, 5);

async function grade(words: string[], options: Partial<GradeOptions> = {}) {
  const { port, start, started } = await startable(pong(...words));
  const grading = await gradeServer({ port, start, steps, layout: 'server', ...options });
  expect(await isListening(port)).toBe(false);
  return { ...grading, starts: started.length, port };
}

const verdicts = ({ steps }: Awaited<ReturnType<typeof grade>>) => steps.map(({ verdict }) => verdict);

describe('a server that listens', { timeout: TIMEOUT }, () => {
  test('passes the steps whose core checks it passes, and is told what it misunderstands', async () => {
    const seen: string[] = [];
    const grading = await grade([], { onCheck: ({ id }, step) => seen.push(`${step} ${id}`) });
    expect(verdicts(grading)).toEqual(['pass', 'pass', 'pass', 'pass', 'fail']);
    expect(grading.steps[4]?.diagnoses.map(({ id }) => id)).toEqual(['hardcoded-pong']);
    expect(seen[0]).toBe('02 ping/once');
    expect(seen).toHaveLength(grading.findings.length);
  });

  test('is judged the same each time, but for the time it takes', async () => {
    const [one, two] = [await grade([]), await grade([])].map(({ steps }) =>
      JSON.stringify(steps, (key, value) => (key === 'ms' ? 0 : value)),
    );
    expect(one).toBe(two);
  });

  test('is asked no more after the step that it fails, if one stops there', async () => {
    const grading = await grade(['is-silent'], { stopsAtFailure: true, patience: { first: 300, next: 300 } });
    expect(verdicts(grading)).toEqual(['pass', 'fail']);
    expect(grading.findings.map(({ step }) => step)).not.toContain('03');
  });

  test('that is silent fails once, and says nothing of the rest', async () => {
    const { findings } = await grade(['is-silent'], { patience: { first: 300, next: 300 } });
    expect(findings.filter(({ result }) => result.verdict === 'fail')[0]?.result.check.id).toBe('ping/once');
    expect(findings.filter(({ result }) => result.verdict === 'blocked').length).toBeGreaterThan(40);
  });

  test('that talks without end fails, and takes nobody with it', async () => {
    expect(verdicts(await grade(['floods'], { stopsAtFailure: true }))).toContain('fail');
  });
});

describe('a server that dies', { timeout: TIMEOUT }, () => {
  test('fails by what it died of, with its last words, and is started again for the rest', async () => {
    const { steps, starts } = await grade(['dies-of-echo']);
    const checks = steps.flatMap((step) => step.checks);
    expect(checks.find(({ id }) => id === 'resp/echo')).toMatchObject({
      verdict: 'fail',
      expected: '"$3\\r\\nhey\\r\\n"',
      received: 'The server exited with code 1. It printed last:\nI am there\nI cannot bear it',
    });
    expect(starts).toBe(2);
  });

  test('is left alone when it has died of all', async () => {
    const { steps, findings, starts } = await grade(['dies-of-all']);
    expect(starts).toBeLessThanOrEqual(4);
    expect(findings[0]?.died).toContain('exited with code 1');
    expect(steps.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'fail', 'fail', 'fail']);
  });
});

describe('a server that does not get ready', { timeout: TIMEOUT }, () => {
  test('and exits is ungradable, with its last words', async () => {
    const { steps, readyFailed } = await grade(['exits']);
    expect(new Set(steps.map(({ verdict }) => verdict))).toEqual(new Set(['ungradable']));
    expect(readyFailed).toBe(
      'The server exited with code 3, and its port never answered. It printed last:\nBoom, at line 3',
    );
  });

  test('as there is no such program', async () => {
    const { port, start } = await startable(['no-such-program']);
    const { readyFailed } = await gradeServer({ port, start, steps, layout: 'server' });
    expect(readyFailed).toMatch("The server could not be started: there is no program 'no-such-program'");
  });

  test.runIf(process.platform === 'linux')('is told where it listens instead', async () => {
    const { readyFailed, port } = await grade(['elsewhere'], { readyWithinMs: 1000 });
    const where = new RegExp(`^The server listens on \\d+\\. Its port is in .* PORT, now ${port}\\.`);
    expect(readyFailed).toMatch(where);
  });

  test.runIf(process.platform === 'linux')('is told that it listens nowhere', async () => {
    const { readyFailed } = await grade(['nowhere'], { readyWithinMs: 1000 });
    expect(readyFailed).toMatch(/^The server listens on no port within 1 s\..*\nI think about it$/s);
  });
});

test('whoever breaks off leaves nothing running', { timeout: TIMEOUT }, async () => {
  const abort = new AbortController();
  const { port, start, started } = await startable(pong());
  const onCheck = () => abort.abort(new Error('enough'));
  const options: GradeOptions = { port, start, steps, layout: 'server', signal: abort.signal, onCheck };
  await expect(gradeServer(options)).rejects.toThrow('enough');
  expect(started.map((server) => server.isRunning())).toEqual([false]);
  expect(await isListening(port)).toBe(false);
});
