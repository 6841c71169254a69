import type { CourseStep } from '../grading/course.ts';
import { reachedIn } from '../grading/verdicts.ts';
import type { Outcome } from './examine.ts';
import { firstFailure, tell } from './first-failure.ts';
import type { Learner } from './learner.ts';
import { paint } from './paint.ts';
import { stepLines } from './step-lines.ts';

/** What a screen shows of a run. */
export type View = {
  learner: Learner;
  course: readonly CourseStep[];
  /** Those that were asked for. */
  steps: readonly CourseStep[];
  outcome: Outcome;
  /** What stands in place of the hint, if it is not shown. */
  hint?: string;
};

/** All that is to be said of a run: the steps, the first failure, and what comes next. */
export function screen(view: View): string {
  const { learner, course, outcome } = view;
  const parts = [
    `${paint.strong(learner.name)}  ${paint.faint(learner.line)}`,
    stepLines(course, outcome.steps, outcome.before).join('\n'),
    failure(view),
    paint.strong(next(view)),
    outcome.isKept ? '' : 'What you have reached could not be written to .course/progress.json.',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function failure({ outcome, hint }: View): string {
  if (outcome.readyFailed !== undefined) return outcome.readyFailed;
  const first = firstFailure(outcome);
  return first ? tell(first, outcome, hint) : '';
}

function next({ course, steps, outcome, learner }: View): string {
  const missed = outcome.steps.find(({ verdict }) => verdict !== 'pass');
  if (!outcome.isBuilt) return `Next: build it by yourself, in ${learner.folder}: ${learner.build}`;
  if (outcome.readyFailed !== undefined)
    return `Next: see what it does by itself, in ${learner.folder}: PORT=6380 ${learner.line}`;
  if (missed && outcome.before.has(missed.step))
    return `Step ${missed.step} passed before: what have you changed since?`;
  if (missed) return `Next: step ${missed.step}, ${ideaOf(course, missed.step)}.`;
  const after = course[steps.length];
  const rest = firstFailure(outcome) ? ' What is told above is beyond what the steps ask for.' : '';
  if (!after) return `All ${course.length} steps pass: this is a Redis.${rest}`;
  return `All passes up to step ${reachedIn(outcome.steps)}.${rest} Next: step ${after.number}, ${ideaOf(course, after.number)}.`;
}

/** As it stands within a sentence. */
function ideaOf(course: readonly CourseStep[], number: string): string {
  const idea = course.find((step) => step.number === number)?.idea ?? '';
  return idea.charAt(0).toLowerCase() + idea.slice(1);
}
