import type { Command } from 'commander';
import { showDifference } from '../diff/git-diff.ts';
import { UsageError } from '../errors.ts';
import type { CourseStep } from '../grading/course.ts';
import { stepNamed } from '../step-named.ts';

const EXAMPLES = `
Examples:
  npx course diff 06               what step 06 adds to the one before
  npx course diff 01               all of the first
  npx course diff 05 07            two lessons at once
  PAGER=cat npx course diff 04     without a pager`;

/** `course diff`: a lesson in the terminal. */
export function addDiff(program: Command): void {
  program
    .command('diff')
    .summary('shows a lesson: what changes from one step to another')
    .description('Shows a lesson: what changes in src/ from one step to another.')
    .argument('<step>', 'a step, such as 06')
    .argument('[to]', 'another; without it, the first is compared with the step that it follows')
    .addHelpText('after', EXAMPLES)
    .action((from: string, to: string | undefined) => {
      const step = stepNamed(from);
      if (to === undefined) showDifference(stepBefore(step), step);
      else showDifference(step, differentStep(step, to));
    });
}

/** Before the first there is nothing. */
function stepBefore({ lineage: [, before] }: CourseStep): CourseStep | undefined {
  return before === undefined ? undefined : stepNamed(before);
}

function differentStep({ number }: CourseStep, word: string): CourseStep {
  const step = stepNamed(word);
  if (step.number !== number) return step;
  throw new UsageError(`Expected two different steps, got ${number} twice`);
}
