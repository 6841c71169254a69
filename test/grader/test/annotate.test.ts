import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GraderError } from '../src/errors.ts';
import type { CheckResult, ForkResult } from '../src/result.ts';
import { temporaryFolder } from './course.ts';
import { courseWithin } from './within.ts';

const check: CheckResult = {
  id: 'ping/once',
  title: 'A client that sends PING gets +PONG',
  tier: 'core',
  verdict: 'fail',
  expected: '"+PONG\\r\\n"',
  received: 'nothing came, 100 % of the time\r\nso it is',
  transcript: [],
  why: 'why',
  hint: 'hint',
  ms: 1,
};
const result: ForkResult = {
  schema: 'toy-redis-result/1',
  fork: 'ada',
  commit: null,
  layout: 'server',
  verdict: 'graded',
  reason: null,
  reached: '01',
  score: 14.3,
  max: 100,
  steps: [
    {
      step: '02',
      verdict: 'fail',
      reason: null,
      checks: [check, { ...check, id: 'survives/half-close', tier: 'full' }, { ...check, verdict: 'pass' }],
      diagnoses: [],
    },
  ],
};

/** What is printed about a result, in a folder whose server is server.py. */
async function annotate(text: string) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'course.json'), '{ "name": "ada", "start": "python3 server.py" }');
  await writeFile(join(folder, 'server.py'), '');
  await writeFile(join(folder, 'result.json'), text);
  return courseWithin('annotate', folder, join(folder, 'result.json'));
}

describe('course annotate', { timeout: 60_000 }, () => {
  test('shows each core check that fails, on one line, beside the file that is started', async () => {
    const out = await annotate(JSON.stringify(result));
    expect(out.split('\n')).toEqual([
      '::error file=server.py,title=step 02%2C ping/once::A client that sends PING gets +PONG%0A' +
        'expected "+PONG\\r\\n"%0Areceived nothing came, 100 %25 of the time%0D%0Aso it is%0Awhy%0AHint: hint',
      '::notice file=server.py,title=verdict::reached: 01, 14.3 of 100 points',
      '',
    ]);
  });

  test('says how many there are beyond those that GitHub shows', async () => {
    const checks = Array.from({ length: 14 }, (_, i) => ({ ...check, id: `ping/${i}` }));
    const steps = result.steps.map((step) => ({ ...step, checks }));
    const out = await annotate(JSON.stringify({ ...result, steps }));
    expect(out.match(/^::error /gm)).toHaveLength(10);
    expect(out).toContain('and 4 more failures');
  });

  test('says why a server could not be graded', async () => {
    const reason = 'It does not listen.';
    const out = await annotate(JSON.stringify({ ...result, verdict: 'ungradable', reason, steps: [] }));
    expect(out).toContain('::error file=server.py,title=not graded::It does not listen.\n');
  });

  test('a file that is no result is an error of one line', async () => {
    const told = annotate('');
    await expect(told).rejects.toThrow(GraderError);
    await expect(told).rejects.toThrow(
      /^expected a result as npx course check --json prints it, got .*result.json: see what[^\n]*$/,
    );
  });
});
