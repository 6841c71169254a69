import type { ForkResult, StepResult } from '../result.ts';
import { oneLine, plainText } from './plain-text.ts';
import { storyText } from './story-text.ts';
import { blockedBy, coreOf, type Placed, placedIn } from './tally.ts';

/** A test as Gradescope lists it. What is beyond the core has no points. */
type Test = {
  name: string;
  number: string;
  score?: number;
  max_score?: number;
  status: 'passed' | 'failed';
  output: string;
  tags: string[];
  visibility: 'visible';
};

/**
 * A fork's `results.json` for Gradescope, out of 100 points. The score stands for itself: steps have weights,
 * so that it is not the sum of the tests, each of which is out of 1.
 * Source: Gradescope's autograder documentation, "Output format".
 */
export function gradescopeJson(result: ForkResult): string {
  const placed = placedIn(result);
  const tests = result.steps.flatMap((step) => [
    ...(step.checks.length === 0 || step.verdict === 'ungradable' ? [startOf(step)] : []),
    ...placed.filter((each) => each.step === step).map((each, index) => testOf(each, index + 1)),
  ]);
  const report = {
    score: result.score,
    output: summary(result),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    tests,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function summary({ verdict, reason, reached, steps }: ForkResult): string {
  if (verdict === 'ungradable') return `This could not be graded.\n\n${plainText(reason ?? '')}`;
  const stands = reached === null ? 'No step passes yet.' : `Every step up to ${reached} passes.`;
  const says = steps.flatMap(({ diagnoses }) =>
    diagnoses.map((each) => `It looks as if ${plainText(each.says)}.`),
  );
  return [stands, ...says].join('\n\n');
}

function startOf(step: StepResult): Test {
  const passed = step.verdict !== 'ungradable' && coreOf(step).passed > 0;
  return {
    name: `Step ${step.step}: the server starts`,
    number: `${step.step}.0`,
    ...(step.checks.length === 0 ? { score: passed ? 1 : 0, max_score: 1 } : {}),
    status: passed ? 'passed' : 'failed',
    output: plainText(step.reason ?? ''),
    tags: [`step-${step.step}`],
    visibility: 'visible',
  };
}

function testOf(placed: Placed, index: number): Test {
  const { id, title, tier, verdict } = placed.check;
  const passed = verdict === 'pass';
  return {
    name: oneLine(`${id}: ${title}`),
    number: `${placed.step.step}.${index}`,
    ...(tier === 'core' ? { score: passed ? 1 : 0, max_score: 1 } : {}),
    status: passed ? 'passed' : 'failed',
    output: outputOf(placed),
    tags: [`step-${placed.step.step}`, tier],
    visibility: 'visible',
  };
}

function outputOf(placed: Placed): string {
  switch (placed.check.verdict) {
    case 'pass':
      return '';
    case 'fail':
      return storyText(placed.check);
    case 'blocked':
      return blockedBy(placed);
    case 'inconclusive':
      return `The machine was too slow to tell. ${plainText(placed.check.received)}`.trim();
  }
}
