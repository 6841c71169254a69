import { type CourseStep, listSteps } from '../course/steps.ts';
import { compareSteps } from './difference.ts';

/** Two steps, of which one builds on the other, perhaps with others in between. */
export type PairOfSteps = { from: CourseStep; to: CourseStep };

/** All pairs of steps, the earlier one first. */
export function pairsOfSteps(steps = listSteps()): PairOfSteps[] {
  return steps.flatMap((to) =>
    steps.filter(({ number }) => to.follows.includes(number)).map((from) => ({ from, to })),
  );
}

/** How much changes from one step to another, as `+21 −4`. */
export function sizeOf({ from, to }: PairOfSteps): string {
  const files = compareSteps(from, to);
  const sum = (count: 'added' | 'deleted') => files.reduce((total, file) => total + file[count], 0);
  return `+${sum('added')} −${sum('deleted')}`;
}
