import { describe, expect, test } from 'vitest';
import { blockerOf, coreOf, placedIn, stepScore } from '../../src/reports/tally.ts';
import type { CheckResult, ForkResult, Layout, StepResult } from '../../src/result.ts';
import { madeUpClass } from './made-up-class.ts';

const [fork] = madeUpClass(1);
const [check] = fork ? placedIn(fork) : [];

describe('what blocks a check', () => {
  test('is the failed one that it needs, through others that are blocked, in whichever step', () => {
    const steps = [
      step('05', [result('resp/echo', 'fail'), result('resp/pipelined', 'blocked')]),
      step('06', [result('keys/set-get', 'blocked'), result('keys/several', 'blocked')]),
    ];
    expect(blockerIn('server', steps, '06', 'keys/several')).toBe('resp/echo of 05');
  });

  test('is one of its own step, where each step has a server of its own', () => {
    const steps = ['05', '06'].map((number) =>
      step(number, [result('resp/echo', 'fail'), result('keys/set-get', 'blocked')]),
    );
    expect(blockerIn('steps', steps, '06', 'keys/set-get')).toBe('resp/echo of 06');
  });

  test('is not one that passes, or that nobody could tell', () => {
    const steps = [step('05', [result('resp/echo', 'inconclusive'), result('keys/set-get', 'blocked')])];
    expect(blockerIn('server', steps, '05', 'keys/set-get')).toBe('nothing');
  });
});

test('a step counts its core checks, to one decimal', () => {
  const checks = [
    result('ping/once', 'pass'),
    result('ping/twice', 'fail'),
    result('ping/ioredis', 'inconclusive'),
    result('ping/quit', 'pass', 'full'),
  ];
  expect(coreOf(step('03', checks))).toEqual({ passed: 1, all: 3 });
  expect(stepScore(step('03', checks))).toBe(33.3);
});

test('a step without checks is one check: that its server starts', () => {
  expect(stepScore(step('01', []))).toBe(100);
  expect(stepScore({ ...step('01', []), verdict: 'ungradable' })).toBe(0);
});

function blockerIn(layout: Layout, steps: StepResult[], number: string, id: string): string {
  const placed = fork ? placedIn({ ...fork, layout, steps } satisfies ForkResult) : [];
  const blocked = placed.find((each) => each.step.step === number && each.check.id === id);
  const blocker = blocked && blockerOf(blocked);
  return blocker ? `${blocker.check.id} of ${blocker.step.step}` : 'nothing';
}

function step(number: string, checks: CheckResult[]): StepResult {
  return { step: number, verdict: 'pass', reason: null, checks, diagnoses: [] };
}

function result(
  id: string,
  verdict: CheckResult['verdict'],
  tier: CheckResult['tier'] = 'core',
): CheckResult {
  if (!check) throw new RangeError('expected a check in the class, got none');
  return { ...check.check, id, verdict, tier };
}
