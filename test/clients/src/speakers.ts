import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Step, stepIn } from '@toy-redis/conformance';

const STEPS = resolve(import.meta.dirname, '../../../steps');

/** The steps that speak RESP, so that a real client can talk to them. */
export const speakers: Step[] = readdirSync(STEPS)
  .sort()
  .map((name) => join(STEPS, name))
  .filter((folder) => existsSync(join(folder, 'package.json')))
  .map(stepIn)
  .filter(({ lineage }) => lineage.includes('05'));

/** Whether a step has the commands of 06: SET, GET and their like. */
export function stores({ lineage }: Step): boolean {
  return lineage.includes('06');
}

/** Whether a step has the commands of 07, those about deadlines. */
export function expires({ lineage }: Step): boolean {
  return lineage.includes('07');
}
