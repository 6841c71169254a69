import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toUngradable } from '../grading/verdicts.ts';
import type { ForkResult } from '../result.ts';
import { type Obtained, obtain } from './copies/obtain.ts';
import { remove } from './copies/remove.ts';
import { Ungradable } from './copies/ungradable.ts';
import type { Fork } from './forks/fork.ts';
import { type Graded, gradeFork, isUntold, type Manner } from './grade-fork.ts';
import { inParallel } from './jobs.ts';
import type { Ledger } from './outputs/ledger.ts';
import type { Outputs } from './outputs/outputs.ts';
import type { Progress } from './progress.ts';
import { makeScratch } from './scratch.ts';

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
 * Grades forks, so many at a time, and saves the result of each as soon as it is there; what the machine may
 * have been too slow for is graded once more, alone. Resolves to the results, which are not all if the signal
 * was given.
 */
export async function gradeClass(one: Class): Promise<ForkResult[]> {
  const { forks, jobs, signal, progress } = one;
  const results = new Map<string, ForkResult>();
  const doubtful = new Set<Fork>();
  const scratch = await makeScratch(tmpdir());
  const grade = (isLast: boolean) => async (fork: Fork) => {
    progress.begin(fork.name);
    const graded = await gradeCopy(fork, await mkdtemp(join(scratch, 'fork-')), isLast, one);
    if (graded) results.set(fork.name, graded.result);
    if (graded?.isDoubtful) doubtful.add(fork);
    progress.end(fork.name);
  };
  try {
    await inParallel(forks, jobs, signal, grade(false));
    const again = [...doubtful];
    for (const _ of again) progress.expectAgain();
    await inParallel(again, 1, signal, grade(true));
  } finally {
    await remove(scratch);
  }
  return forks.flatMap(({ name }) => results.get(name) ?? []);
}

/** Resolves to null if the signal was given meanwhile. */
async function gradeCopy(fork: Fork, below: string, isLast: boolean, one: Class): Promise<Graded | null> {
  const { outputs, ledger, manner, signal } = one;
  let copy: Obtained | undefined;
  try {
    copy = await obtain(fork.source, below, signal);
    const saved = ledger.isGraded(fork.name, copy.content) ? await outputs.readResult(fork.name) : null;
    if (saved) return { result: saved, isDoubtful: false };
    const graded = await gradeFork({ ...copy, fork: fork.name }, manner, signal);
    await outputs.saveResult(graded.result);
    // What is not noted is graded again by --resume.
    const isSettled = isLast ? !isUntold(graded.result) : !graded.isDoubtful;
    if (isSettled) await ledger.note(fork.name, copy.content);
    return graded;
  } catch (error) {
    if (signal.aborted) return null;
    const result = toUngradable(fork.name, copy?.commit ?? null, null, whyNot(error));
    await outputs.saveResult(result);
    return { result, isDoubtful: false };
  } finally {
    await remove(below);
  }
}

/** One fork that we cannot cope with must not cost the others their grades. */
function whyNot(error: unknown): string {
  if (error instanceof Ungradable) return error.message;
  return `the grader could not cope with it: ${error instanceof Error ? error.message : error}`;
}
