import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stepIn } from '@toy-redis/conformance';
import { ROOT } from './repository.ts';

/** A stage of the course. */
export type CourseStep = {
  /** `03` */
  number: string;
  /** `03-multi-ping`, as its folder and its page are called. */
  name: string;
  /** The numbers of the steps it builds on, nearest first. */
  follows: readonly string[];
};

/** A file of a step's code, or of any other. */
export type Source = { file: string; text: string };

/** All steps, each behind those that it builds on. What a step follows is said in its package.json. */
export function listSteps(): CourseStep[] {
  const folders = readdirSync(join(ROOT, 'steps')).map((name) => join(ROOT, 'steps', name));
  return folders
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map(stepIn)
    .map(({ number, folder, lineage }) => ({ number, name: basename(folder), follows: lineage.slice(1) }))
    .toSorted((a, b) => a.follows.length - b.follows.length || a.number.localeCompare(b.number));
}

/** The step of a number such as `05`. Throws a NoStepError if there is none. */
export function stepNumbered(number: string): CourseStep {
  const steps = listSteps();
  const step = steps.find((each) => each.number === number);
  if (step === undefined) throw new NoStepError(number, steps);
  return step;
}

/** The step that a step goes on from; the first one has none. */
export function stepBefore(step: CourseStep): CourseStep | undefined {
  const [number] = step.follows;
  return number === undefined ? undefined : stepNumbered(number);
}

/** The files of a step's code, in the order of their names. */
export function sourcesOf({ name }: CourseStep): Source[] {
  const folder = join(ROOT, 'steps', name, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

class NoStepError extends Error {
  override name = 'NoStepError';

  constructor(number: string, steps: readonly CourseStep[]) {
    super(`expected a step, one of ${steps.map((step) => step.number).join(', ')}, got '${number}'`);
  }
}
