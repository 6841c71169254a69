import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { courseSteps } from '../../grading/course.ts';
import type { StepResult, StepVerdict } from '../../result.ts';
import { coreOf } from '../tally.ts';

/** What a verdict is called, and its sign, for those who see no colours. */
export const VERDICTS = {
  pass: { sign: '✓', says: 'passes' },
  fail: { sign: '✗', says: 'fails' },
  ungradable: { sign: '?', says: 'could not be graded' },
} as const satisfies Record<StepVerdict, { sign: string; says: string }>;

const TITLES = new Map(courseSteps().map(({ number, title }) => [number, title]));

/** What the words mean that both pages use. */
export const TIERS =
  'Core checks are what a step asks of everybody, and make the score. ' +
  'What Redis does beyond the core is checked and told, and costs nothing.';

/** `expiry` of `07`; nothing of a step that the course no longer has. */
export function titleOf(number: string): string {
  return TITLES.get(number) ?? '';
}

/** `07 expiry` */
export function stepName(number: string): string {
  return `${number} ${titleOf(number)}`.trimEnd();
}

/** `1 fork`, `2 forks` */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** `9 of 12 core checks`; for a step without checks, whether its server starts. */
export function coreInWords(step: StepResult): string {
  if (step.checks.length === 0)
    return step.verdict === 'pass' ? 'the server starts' : 'the server does not start';
  const { passed, all } = coreOf(step);
  return `${passed} of ${count(all, 'core check')}`;
}

/** A verdict for the eye; what it means stands beside it in words. */
export function sign(verdict: StepVerdict): VNode {
  return html`<span class="sign ${verdict}" aria-hidden="true">${VERDICTS[verdict].sign}</span>`;
}

/** A sentence of what a misconception is, with its name. */
export function lookedUp(says: string): string {
  return `It looks as if ${says}.`;
}
