import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/** A server in Node that faults are tried on: a file, and the folder it runs in. */
export type Subject = { name: string; file: string; cwd: string };

const STEPS = resolve(import.meta.dirname, '../../../../steps');

/** Steps by number or by name, or the last. Throws a UsageError if there is no such step. */
export function chooseSteps(chosen: string[]): Subject[] {
  const all = readdirSync(STEPS)
    .filter((name) => existsSync(join(STEPS, name, 'package.json')))
    .sort();
  const unknown = chosen.find((name) => !all.some((step) => isCalled(step, name)));
  if (unknown !== undefined) {
    throw new UsageError(`--steps: expected some of ${all.map(numberOf).join(',')}, got '${unknown}'`);
  }
  const wanted = all.filter((step) => chosen.some((name) => isCalled(step, name)));
  return (chosen.length === 0 ? all.slice(-1) : wanted).map(toSubject);
}

function isCalled(step: string, name: string): boolean {
  return name === step || name === numberOf(step);
}

function numberOf(step: string): string {
  return step.split('-')[0] ?? step;
}

/** A step is started as a learner starts it: by its `npm start`, without npm. */
function toSubject(name: string): Subject {
  const cwd = join(STEPS, name);
  const { scripts }: { scripts: { start: string } } = JSON.parse(
    readFileSync(join(cwd, 'package.json'), 'utf8'),
  );
  return { name, file: scripts.start.replace(/^node /, ''), cwd };
}
