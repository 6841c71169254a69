import type { Patience } from '@toy-redis/conformance';
import type { CourseStep } from '../grading/course.ts';
import { toForkResult, toUngradable } from '../grading/verdicts.ts';
import type { ForkResult, Layout } from '../result.ts';
import type { Limits } from '../server/server.ts';
import { build } from './build.ts';
import { Ungradable } from './copies/ungradable.ts';
import { gradeSteps } from './grade-steps.ts';
import type { Ground } from './grounds/ground.ts';
import { steady } from './outputs/steady.ts';
import { planFor } from './plan.ts';
import type { Weights } from './weights.ts';

/** How forks are graded. */
export type Manner = {
  ground: Ground;
  steps: readonly CourseStep[];
  weights: Weights;
  /** Null means that each fork tells. */
  layout: Layout | null;
  limits: Limits;
  /** How long to wait for a reply, and until the port answers, in ms. */
  patience: Patience;
  readyWithinMs: number;
  /** Whether `build` may reach other machines. */
  allowsNetwork: boolean;
  /** Whether the machine has so much to do that a server may be silent for no fault of its own. */
  isBusy: () => boolean;
};

/** What became of a fork, and whether it deserves to be asked again when the machine has time for it. */
export type Graded = { result: ForkResult; isDoubtful: boolean };

/** A fork's copy, in which its programs run. */
export type Copied = { fork: string; folder: string; commit: string | null };

/**
 * Builds a fork, starts its server or servers, and puts the checks to them. Throws only what is our own
 * fault, and the reason of the signal once that is given.
 */
export async function gradeFork(copied: Copied, manner: Manner, signal: AbortSignal): Promise<Graded> {
  const { fork, folder, commit } = copied;
  const { weights, limits } = manner;
  let layout: Layout | null = null;
  try {
    const plan = await planFor(folder, manner.layout);
    layout = plan.layout;
    await build(plan, folder, manner, signal);
    const built = { plan, folder, end: Date.now() + limits.ms };
    const { steps, wasSilent } = await gradeSteps(built, manner, signal);
    const result = steady(toForkResult({ fork, commit, layout, steps, weights }));
    return { result, isDoubtful: isUntold(result) || (wasSilent && manner.isBusy()) };
  } catch (error) {
    if (!(error instanceof Ungradable)) throw error;
    return { result: toUngradable(fork, commit, layout, error.message), isDoubtful: false };
  }
}

/** Whether the machine was too slow to tell of some check. */
export function isUntold({ steps }: ForkResult): boolean {
  return steps.some(({ checks }) => checks.some(({ verdict }) => verdict === 'inconclusive'));
}
