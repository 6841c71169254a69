import { basename } from 'node:path';
import { UsageError } from './errors.ts';
import { type CourseStep, courseSteps } from './grading/course.ts';

/** The step that is called `6`, `06` or `06-get-set`. Throws a UsageError that lists all if there is none. */
export function stepNamed(word: string): CourseStep {
  const steps = courseSteps();
  const wanted = word.padStart(2, '0');
  const found = steps.find(({ number, folder }) => number === wanted || basename(folder) === word);
  if (found) return found;
  const names = steps.map(({ folder }) => basename(folder)).join(', ');
  throw new UsageError(`There is no step '${word}'. The steps are: ${names}`);
}
