import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A step of the course: its number, such as `03`, and the numbers of those it builds on, nearest first. */
export type Step = { number: string; folder: string; lineage: readonly string[] };

/**
 * The step in a folder. What it follows is said in its package.json, nowhere else.
 * Throws a NoStepError if that is not the package of a step.
 */
export function stepIn(folder: string): Step {
  const lineage: string[] = [];
  for (let at: string | undefined = folder; at !== undefined; ) {
    const { name, follows } = readPackage(at);
    const number = /^step-(.+)$/.exec(name)?.[1];
    if (number === undefined) throw new NoStepError(at, name);
    lineage.push(number);
    at = follows === undefined ? undefined : siblingNamed(follows, at);
  }
  return { number: lineage[0] ?? '', folder, lineage };
}

class NoStepError extends Error {
  override name = 'NoStepError';

  constructor(folder: string, found: string) {
    super(`expected the package of a step, such as step-03, in ${folder}, got ${found}`);
  }
}

function siblingNamed(name: string, folder: string): string {
  const steps = dirname(folder);
  const sibling = readdirSync(steps).find((each) => readPackage(join(steps, each)).name === name);
  if (sibling === undefined) throw new NoStepError(steps, `no ${name}, which ${folder} says it follows`);
  return join(steps, sibling);
}

function readPackage(folder: string): { name: string; follows?: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
