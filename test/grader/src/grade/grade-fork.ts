import type { CourseStep } from '../grading/course.ts';
import { gradeServer } from '../grading/grade-server.ts';
import { toUngradableSteps } from '../grading/step-result.ts';
import { toForkResult, toUngradable } from '../grading/verdicts.ts';
import type { ForkResult, Layout, StepResult } from '../result.ts';
import type { Limits } from '../server/server.ts';
import { build } from './build.ts';
import { Ungradable } from './copies/ungradable.ts';
import type { Ground } from './grounds/ground.ts';
import { steady } from './outputs/steady.ts';
import { PACKAGES, type Plan, planFor, type Server } from './plan.ts';
import type { Weights } from './weights.ts';

/*
 * Beside others a server may have to wait for its turn, and whoever waits for it costs nothing: twice as
 * long as a learner would, in ms.
 */
const READY_WITHIN_MS = 30_000;
const PATIENCE = { first: 10_000, next: 10_000 };

/** How forks are graded. */
export type Manner = {
  ground: Ground;
  steps: readonly CourseStep[];
  weights: Weights;
  /** Null means that each fork tells. */
  layout: Layout | null;
  limits: Limits;
  /** Whether `build` may reach other machines. */
  allowsNetwork: boolean;
};

/** A fork's copy, in which its programs run. */
export type Copied = { fork: string; folder: string; commit: string | null };

/**
 * Builds a fork, starts its server or servers, and puts the checks to them. Throws only what is our own
 * fault, and the reason of the signal once that is given.
 */
export async function gradeFork(copied: Copied, manner: Manner, signal: AbortSignal): Promise<ForkResult> {
  const { fork, folder, commit } = copied;
  const { weights, limits } = manner;
  let layout: Layout | null = null;
  try {
    const plan = await planFor(folder, manner.layout);
    layout = plan.layout;
    await build(plan, folder, manner, signal);
    const end = Date.now() + limits.ms;
    const found = await gradePlan(plan, folder, manner, end, signal);
    return steady(toForkResult({ fork, commit, layout, steps: found, weights }));
  } catch (error) {
    if (!(error instanceof Ungradable)) throw error;
    return toUngradable(fork, commit, layout, error.message);
  }
}

async function gradePlan(plan: Plan, fork: string, manner: Manner, end: number, signal: AbortSignal) {
  if (plan.layout === 'server') return gradeSteps(plan.server, manner.steps, plan, fork, manner, end, signal);
  const found: StepResult[] = [];
  for (const step of manner.steps) {
    const server = plan.servers.get(step.number);
    const missing = `expected a folder steps/${step.number}-* with a package.json, got none`;
    found.push(
      ...(server
        ? await gradeSteps(server, [step], plan, fork, manner, end, signal)
        : toUngradableSteps([step.number], missing)),
    );
  }
  return found;
}

async function gradeSteps(
  { folder, start }: Server,
  steps: readonly CourseStep[],
  plan: Plan,
  fork: string,
  { ground, limits }: Manner,
  end: number,
  signal: AbortSignal,
): Promise<StepResult[]> {
  const port = await ground.port();
  const packages = plan.usesOurPackages ? PACKAGES : null;
  const program = { fork, folder, line: start, packages };
  // The time is the fork's, however often its server dies.
  const left = () => ({ ...limits, ms: Math.max(1, end - Date.now()) });
  const startServer = () => ground.start({ ...program, limits: left() }, port);
  const manner = { layout: plan.layout, patience: PATIENCE, readyWithinMs: READY_WITHIN_MS };
  const graded = await gradeServer({ ...manner, start: startServer, port, steps, signal });
  return graded.steps;
}
