import { expect, test } from 'vitest';
import { type Judged, toForkResult, toUngradable } from '../../src/grading/verdicts.ts';
import type { CheckResult, StepResult } from '../../src/result.ts';

const check = (tier: CheckResult['tier'], verdict: CheckResult['verdict']): CheckResult => ({
  ...{ id: 'a/b', title: '', tier, verdict, expected: '', received: '' },
  ...{ transcript: [], why: '', hint: '', ms: 0 },
});

const step = (number: string, verdict: StepResult['verdict'], checks: CheckResult[] = []): StepResult => ({
  ...{ step: number, verdict, reason: verdict === 'ungradable' ? 'it sleeps' : null, checks },
  diagnoses: [],
});

const core = (verdict: CheckResult['verdict']) => check('core', verdict);
const fork = { fork: 'ada', commit: null, layout: 'server' } satisfies Partial<Judged>;

const three = [
  step('01', 'pass'),
  step('02', 'pass', [core('pass'), check('full', 'fail')]),
  step('03', 'fail', [core('pass'), core('fail'), core('blocked')]),
];

test('a fork has reached the last step up to which all pass', () => {
  expect(toForkResult({ ...fork, steps: three }).reached).toBe('02');
  expect(toForkResult({ ...fork, steps: [...three, step('04', 'pass')] }).reached).toBe('02');
  expect(toForkResult({ ...fork, steps: three.slice(0, 2) }).reached).toBe('02');
  expect(toForkResult({ ...fork, steps: three.slice(2) }).reached).toBeNull();
});

test('steps weigh the same, and within one, core checks do', () => {
  expect(toForkResult({ ...fork, steps: three }).score).toBe(77.8);
});

test('steps weigh what they are said to', () => {
  const weights = new Map([
    ['01', 0],
    ['03', 3],
  ]);
  expect(toForkResult({ ...fork, steps: three, weights }).score).toBe(50);
  const none = new Map(three.map(({ step }) => [step, 0]));
  expect(toForkResult({ ...fork, steps: three, weights: none }).score).toBe(0);
});

test('what could not be told does not count as passed', () => {
  const steps = [step('02', 'fail', [core('pass'), core('inconclusive')])];
  expect(toForkResult({ ...fork, steps }).score).toBe(50);
});

test('a fork is ungradable if no step could be graded, for the reason of the first', () => {
  const steps = [step('01', 'ungradable'), step('02', 'ungradable')];
  const { verdict, reason, score } = toForkResult({ ...fork, steps });
  expect({ verdict, reason, score }).toEqual({ verdict: 'ungradable', reason: 'it sleeps', score: 0 });
  expect(toForkResult({ ...fork, steps: [step('01', 'ungradable'), ...three] }).verdict).toBe('graded');
});

test('a fork that could not be looked at has a reason and no steps', () => {
  const result = toUngradable('ada', 'c0ffee', null, 'there is no such folder');
  expect(result).toMatchObject({ verdict: 'ungradable', reason: 'there is no such folder', steps: [] });
});
