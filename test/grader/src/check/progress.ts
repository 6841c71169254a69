import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StepResult } from '../result.ts';

/** The steps that a learner's server has passed once, and when it was first, as an ISO date. */
export type Progress = ReadonlyMap<string, string>;

const FOLDER = '.course';
const FILE = 'progress.json';
const SCHEMA = 'toy-redis-progress/1';

/** Reads what a learner has reached; nothing if the file is missing or says nothing that can be read. */
export async function readProgress(folder: string): Promise<Progress> {
  const text = await readFile(join(folder, FOLDER, FILE), 'utf8').catch(() => '');
  return new Map(entriesIn(text).flatMap(([step, when]) => (typeof when === 'string' ? [[step, when]] : [])));
}

/** Adds the steps that pass now and come one after the other from the first; says whether it could be kept. */
export async function keepProgress(
  folder: string,
  before: Progress,
  steps: readonly StepResult[],
): Promise<boolean> {
  const firstMissed = steps.findIndex(({ verdict }) => verdict !== 'pass');
  const reached = firstMissed === -1 ? steps : steps.slice(0, firstMissed);
  const now = new Date().toISOString();
  const passed = new Map([...reached.map(({ step }): [string, string] => [step, now]), ...before]);
  const sorted = Object.fromEntries([...passed].sort());
  try {
    await mkdir(join(folder, FOLDER), { recursive: true });
    // Nobody wants to commit it.
    await writeFile(join(folder, FOLDER, '.gitignore'), '*\n');
    await writeFile(
      join(folder, FOLDER, FILE),
      `${JSON.stringify({ schema: SCHEMA, steps: sorted }, null, 2)}\n`,
    );
    return true;
  } catch {
    return false;
  }
}

function entriesIn(text: string): [string, unknown][] {
  try {
    const { schema, steps } = JSON.parse(text);
    return schema === SCHEMA ? Object.entries<unknown>(steps) : [];
  } catch {
    return [];
  }
}
