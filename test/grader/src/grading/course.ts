import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, cellOf, checks, passes, type Step, stepIn } from '@toy-redis/conformance';
import type { Layout } from '../result.ts';

/** A step of the course, what it is called (`expiry`) and its idea in a sentence. */
export type CourseStep = Step & { title: string; idea: string };

const STEPS = join(import.meta.dirname, '../../../../steps');
const steps = readSteps();

/** The steps of the course, each after the one that it follows. */
export function courseSteps(): CourseStep[] {
  return [...steps];
}

/**
 * What a step asks for, in the order of the table. In layout `steps` its server is held to all that it
 * passes; in layout `server`, where one server is held to all steps, a check belongs to the first of them.
 */
export function checksOf(step: CourseStep, layout: Layout): Check[] {
  return checks.filter((check) =>
    layout === 'steps' ? asks(step, check) : firstToAsk(check) === step.number,
  );
}

function firstToAsk(check: Check): string | undefined {
  return steps.find((step) => asks(step, check))?.number;
}

function asks({ lineage }: CourseStep, check: Check): boolean {
  return cellOf(check, lineage) === passes;
}

function readSteps(): CourseStep[] {
  return readdirSync(STEPS)
    .map((name) => readStep(join(STEPS, name)))
    .sort((a, b) => a.lineage.length - b.lineage.length);
}

/** The README of a step begins with `# Step 07: expiry` and a paragraph whose first clause is the idea. */
function readStep(folder: string): CourseStep {
  const [heading = '', idea = ''] = readFileSync(join(folder, 'README.md'), 'utf8').split('\n\n');
  return {
    ...stepIn(folder),
    title: heading.replace(/^# Step .*?: /, ''),
    idea: idea.replaceAll('\n', ' ').replace(/[.:] .*|\.$/, ''),
  };
}
