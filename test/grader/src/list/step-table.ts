import { paint } from '../check/paint.ts';
import type { Progress } from '../check/progress.ts';
import { type ChangedLines, countChangedLines } from '../diff/git-diff.ts';
import type { CourseStep } from '../grading/course.ts';

/** A line for each step: whether it was passed, its idea, and how much it changes in the step before. */
export function stepTable(steps: readonly CourseStep[], progress: Progress): string {
  const widths = {
    title: Math.max(...steps.map(({ title }) => title.length)),
    idea: Math.max(...steps.map(({ idea }) => idea.length)),
  };
  return steps
    .map((step) => {
      const mark = progress.has(step.number) ? paint.good('✓') : ' ';
      const idea = paint.faint(step.idea.padEnd(widths.idea));
      const changes = changesIn(step, steps);
      return `${mark} ${step.number} ${step.title.padEnd(widths.title)}  ${idea}  ${changes}`.trimEnd();
    })
    .join('\n');
}

/** Which step comes next, for whoever has reached some. */
export function whatIsNext(steps: readonly CourseStep[], progress: Progress): string {
  const next = steps.find(({ number }) => !progress.has(number));
  if (!next) return `All ${steps.length} steps pass.`;
  const passed = steps.indexOf(next);
  const reached = passed === 0 ? 'No step was passed here yet.' : `Passed: ${passed} of ${steps.length}.`;
  return `${reached} Next is step ${next.number}, ${next.title}.`;
}

function changesIn(step: CourseStep, steps: readonly CourseStep[]): string {
  const [, before] = step.lineage;
  const from = steps.find(({ number }) => number === before);
  return from ? inWords(countChangedLines(from, step)) : '';
}

function inWords({ added, deleted }: ChangedLines): string {
  return `${paint.good(`+${added}`)} ${paint.bad(`−${deleted}`)}`;
}
