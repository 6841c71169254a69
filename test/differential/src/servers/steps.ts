import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Start, type Step, stepIn } from '@toy-redis/conformance';
import { UsageError } from '../errors.ts';

const STEPS = resolve(import.meta.dirname, '../../../../steps');

/** All steps that there are, in order. */
function listSteps(folder = STEPS): Step[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((each) => existsSync(join(each, 'package.json')))
    .map(stepIn);
}

/** The steps with these numbers, or all. Throws a UsageError if there is no such step. */
export function chooseSteps(numbers: readonly string[], steps = listSteps()): Step[] {
  const unknown = numbers.find((number) => !steps.some((step) => step.number === number));
  if (unknown !== undefined) {
    const all = steps.map(({ number }) => number).join(',');
    throw new UsageError(`--steps: expected some of ${all}, got '${unknown}'`);
  }
  return steps.filter(({ number }) => numbers.length === 0 || numbers.includes(number));
}

/** How to start a step's server. */
export function startOf({ folder }: Step): Start {
  return { command: () => [process.execPath, 'src/server.ts'], cwd: folder };
}
