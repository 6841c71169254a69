import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toUngradable } from '../grading/verdicts.ts';
import type { ForkResult } from '../result.ts';
import { type Obtained, obtain } from './copies/obtain.ts';
import { remove } from './copies/remove.ts';
import { Ungradable } from './copies/ungradable.ts';
import type { Fork } from './forks/fork.ts';
import { gradeFork, type Manner } from './grade-fork.ts';
import { inParallel } from './jobs.ts';
import type { Ledger } from './outputs/ledger.ts';
import type { Outputs } from './outputs/outputs.ts';
import type { Progress } from './progress.ts';

/** What it takes to grade a class. */
export type Class = {
  forks: readonly Fork[];
  manner: Manner;
  jobs: number;
  outputs: Outputs;
  ledger: Ledger;
  progress: Progress;
  signal: AbortSignal;
};

/**
 * Grades forks, so many at a time, and saves the result of each as soon as it is there; what was too slow to
 * tell is graded again, alone. Resolves to the results, which are not all if the signal was given.
 */
export async function gradeClass(one: Class): Promise<ForkResult[]> {
  const { forks, jobs, signal, progress } = one;
  const results = new Map<string, ForkResult>();
  const scratch = await mkdtemp(join(tmpdir(), 'toy-redis-grade-'));
  const grade = async (fork: Fork) => {
    progress.begin(fork.name);
    const result = await gradeCopy(fork, await mkdtemp(join(scratch, 'fork-')), one);
    if (result) results.set(fork.name, result);
    progress.end(fork.name);
  };
  try {
    await inParallel(forks, jobs, signal, grade);
    const untold = forks.filter(({ name }) => isUntold(results.get(name)));
    for (const _ of untold) progress.expectAgain();
    await inParallel(untold, 1, signal, grade);
  } finally {
    await remove(scratch);
  }
  return forks.flatMap(({ name }) => results.get(name) ?? []);
}

/** Resolves to null if the signal was given meanwhile. */
async function gradeCopy(fork: Fork, below: string, one: Class): Promise<ForkResult | null> {
  const { outputs, ledger, manner, signal } = one;
  let copy: Obtained | undefined;
  try {
    copy = await obtain(fork.source, below, signal);
    const saved = ledger.isGraded(fork.name, copy.content) ? await outputs.readResult(fork.name) : null;
    const result = saved ?? (await gradeFork({ ...copy, fork: fork.name }, manner, signal));
    if (!saved) await outputs.saveResult(result);
    if (!isUntold(result)) await ledger.note(fork.name, copy.content);
    return result;
  } catch (error) {
    if (signal.aborted) return null;
    const result = toUngradable(fork.name, copy?.commit ?? null, null, whyNot(error));
    await outputs.saveResult(result);
    return result;
  } finally {
    await remove(below);
  }
}

/** One fork that we cannot cope with must not cost the others their grades. */
function whyNot(error: unknown): string {
  if (error instanceof Ungradable) return error.message;
  return `the grader could not cope with it: ${error instanceof Error ? error.message : error}`;
}

function isUntold(result: ForkResult | undefined): boolean {
  return (
    result?.steps.some(({ checks }) => checks.some(({ verdict }) => verdict === 'inconclusive')) === true
  );
}
