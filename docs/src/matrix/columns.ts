import { type CourseStep, listSteps } from '../course/steps.ts';

/** A step as a column of the matrix. */
export type Column = CourseStep & {
  /** What its folder is called, without the number. */
  idea: string;
  /** Its own number and those of the steps it builds on, nearest first. */
  lineage: readonly string[];
};

/** All steps that there are, in their order. */
export function columns(): Column[] {
  return listSteps().map((step) => ({
    ...step,
    idea: step.name.slice(step.number.length + 1),
    lineage: [step.number, ...step.follows],
  }));
}
