import { expect, test } from 'vitest';
import { toForkResult, toUngradable } from '../src/grading/verdicts.ts';
import type { StepResult } from '../src/result.ts';
import { expectResult, isResult } from './schema.ts';

const step: StepResult = {
  ...{ step: '02', verdict: 'fail', reason: null, diagnoses: [{ id: 'one-reply-per-read', says: '…' }] },
  checks: [
    {
      ...{ id: 'ping/once', title: 'It answers', tier: 'core', verdict: 'fail', expected: '"+PONG"' },
      ...{ received: 'nothing came', transcript: ['> "PING"'], why: '', hint: '', ms: 12 },
    },
  ],
};
const graded = toForkResult({ fork: 'ada', commit: null, layout: 'server', steps: [step] });

test('what we make of a fork is as the schema says', () => {
  expectResult(graded);
  expectResult(toUngradable('ada', 'c0ffee', null, 'there is no server'));
});

test.each([
  ['another schema', { ...graded, schema: 'toy-redis-result/2' }],
  ['more than there is', { ...graded, note: 'well done' }],
  ['no name', { ...graded, fork: '' }],
  ['a score beyond all', { ...graded, score: 101 }],
  ['a step that is none', { ...graded, reached: '5' }],
  ['no reason where one is due', { ...graded, verdict: 'ungradable' }],
  ['a reason where none is due', { ...graded, reason: 'I do not like it' }],
  ['a verdict of its own', { ...graded, steps: [{ ...step, verdict: 'skipped' }] }],
  ['a check without a transcript', { ...graded, steps: [{ ...step, checks: [{ id: 'ping/once' }] }] }],
])('%s is not', (_, result) => {
  expect(isResult(result)).toBe(false);
});
