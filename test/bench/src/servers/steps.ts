import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/** A step of the course, and how a learner starts it: by its `npm start`, without npm. */
export type Step = { name: string; folder: string; command: string };

const STEPS = resolve(import.meta.dirname, '../../../../steps');

/** Steps by number or by name, `all` of them, or the last. Throws a UsageError if there is no such step. */
export function chooseSteps(chosen: string[]): Step[] {
  const all = readdirSync(STEPS)
    .filter((name) => existsSync(join(STEPS, name, 'package.json')))
    .sort();
  if (chosen.length === 0) return all.slice(-1).map(stepNamed);
  const known = ['all', ...all, ...all.map(numberOf)];
  const unknown = chosen.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`--steps: expected all or some of ${all.map(numberOf).join(',')}, got '${unknown}'`);
  }
  return all
    .filter((name) => ['all', name, numberOf(name)].some((each) => chosen.includes(each)))
    .map(stepNamed);
}

function numberOf(name: string): string {
  return name.split('-')[0] ?? name;
}

function stepNamed(name: string): Step {
  const folder = join(STEPS, name);
  const { scripts }: { scripts: { start: string } } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return { name, folder, command: scripts.start };
}
