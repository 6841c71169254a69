import { expect, it } from 'vitest';
import { steady } from '../../src/grade/outputs/steady.ts';
import type { CheckResult, ForkResult } from '../../src/result.ts';

const CHECK: CheckResult = {
  ...{ id: 'ttl/x', title: '', tier: 'core', verdict: 'fail', expected: '":-1\\r\\n"', why: '', hint: '' },
  ...{ received: '', transcript: [], ms: 1 },
};

function steadyCheck(transcript: string[], received: string): CheckResult | undefined {
  const step = {
    step: '07',
    verdict: 'fail',
    reason: null,
    checks: [{ ...CHECK, transcript, received }],
  } as const;
  const result: ForkResult = {
    ...{ schema: 'toy-redis-result/1', fork: 'ada', commit: null, layout: 'server', verdict: 'graded' },
    ...{
      reason: null,
      reached: null,
      score: 0,
      max: 100,
      steps: [{ ...step, checks: [...step.checks], diagnoses: [] }],
    },
  };
  return steady(result).steps[0]?.checks[0];
}

const set = '> "*5\\r\\n$3\\r\\nSET\\r\\n$1\\r\\nk\\r\\n$1\\r\\nv\\r\\n$2\\r\\nPX\\r\\n$6\\r\\n100000\\r\\n"';
const pttl = '> "*2\\r\\n$4\\r\\nPTTL\\r\\n$1\\r\\nk\\r\\n"';

it.each([99_999, 99_860, 100_000])('the time left is about what was given: %d', (left) => {
  const check = steadyCheck([set, '< "+OK\\r\\n"', pttl, `< ":${left}\\r\\n"`], `":${left}\\r\\n"`);
  expect(check).toMatchObject({ received: '":≈100000\\r\\n"' });
  expect(check?.transcript).toEqual([set, '< "+OK\\r\\n"', pttl, '< ":≈100000\\r\\n"']);
});

it('any other number stays: one that is wrong, and the reply to any other request', () => {
  const exists = '> "*2\\r\\n$6\\r\\nEXISTS\\r\\n$1\\r\\nk\\r\\n"';
  const lines = [
    set,
    '< ":99999\\r\\n"',
    pttl,
    '< ":100\\r\\n"',
    exists,
    '< ":99999\\r\\n"',
    pttl,
    '< ":-2\\r\\n"',
  ];
  expect(steadyCheck(lines, '":-2\\r\\n"')).toMatchObject({ transcript: lines, received: '":-2\\r\\n"' });
});

it('how often was asked is left out', () => {
  expect(steadyCheck(['… 775 more lines …'], '')?.transcript).toEqual(['… more lines …']);
});
