import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One stage of the course, as its package.json has it. */
export type Step = {
  /** `step-03` */
  name: string;
  /** `03` */
  number: string;
  folder: string;
  /** The name of the step that this one goes on from; the first step has none. */
  follows?: string | undefined;
};

export type Source = { file: string; text: string };

/** The steps' folders and package.json files do not fit together. */
class StepsError extends Error {
  override name = 'StepsError';
}

/** The steps in a folder such as `steps/`, in their order. */
export function readSteps(folder: string): Step[] {
  const folders = readdirSync(folder).map((name) => join(folder, name));
  const steps = folders.filter((step) => existsSync(join(step, 'package.json'))).map(readStep);
  for (const { name, follows } of steps) {
    if (follows === undefined || steps.some((step) => step.name === follows)) continue;
    const names = steps.map((step) => step.name).join(', ');
    throw new StepsError(`${name} follows '${follows}', which is no step; there are ${names}`);
  }
  return steps.toSorted((a, b) => a.number.localeCompare(b.number));
}

function readStep(folder: string): Step {
  const manifest: { name: string; follows?: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const { name, follows } = manifest;
  const [number = ''] = basename(folder).split('-');
  if (name !== `step-${number}`) {
    throw new StepsError(
      `expected the package in ${basename(folder)} to be named step-${number}, got '${name}'`,
    );
  }
  return { name, number, folder, follows };
}

/** The folder of the code that a step's lesson is about. */
export function srcOf(step: Step): string {
  return join(step.folder, 'src');
}

export function readSources(step: Step): Source[] {
  return readdirSync(srcOf(step), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(join(srcOf(step), file), 'utf8') }));
}
