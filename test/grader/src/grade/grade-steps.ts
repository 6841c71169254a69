import type { CourseStep } from '../grading/course.ts';
import { type Grading, gradeServer } from '../grading/grade-server.ts';
import { toUngradableSteps } from '../grading/step-result.ts';
import type { StepResult } from '../result.ts';
import type { ForkServer } from '../server/server.ts';
import type { Manner } from './grade-fork.ts';
import { PACKAGES, type Plan, type Server } from './plan.ts';

const SILENT = ['silent', 'waits'];

/** A fork that is built, in its scratch folder, and when its time is over. */
export type Built = { plan: Plan; folder: string; end: number };

/** What became of some steps, and whether a server was waited for in vain, which a busy machine may explain. */
export type Found = { steps: StepResult[]; wasSilent: boolean };

/** Puts to a fork's server, or to that of each step, what the steps ask for. */
export async function gradeSteps(built: Built, manner: Manner, signal: AbortSignal): Promise<Found> {
  const { plan } = built;
  if (plan.layout === 'server') return gradeOne(plan.server, manner.steps, built, manner, signal);
  const found: Found[] = [];
  for (const step of manner.steps) {
    const server = plan.servers.get(step.number);
    const missing = `expected a folder steps/${step.number}-* with a package.json, got none`;
    found.push(
      server
        ? await gradeOne(server, [step], built, manner, signal)
        : { steps: toUngradableSteps([step.number], missing), wasSilent: false },
    );
  }
  return {
    steps: found.flatMap(({ steps }) => steps),
    wasSilent: found.some(({ wasSilent }) => wasSilent),
  };
}

async function gradeOne(
  { folder, start }: Server,
  steps: readonly CourseStep[],
  { plan, folder: fork, end }: Built,
  { ground, limits, patience, readyWithinMs }: Manner,
  signal: AbortSignal,
): Promise<Found> {
  const port = await ground.port();
  const packages = plan.usesOurPackages ? PACKAGES : null;
  const program = { fork, folder, line: start, packages };
  let server: ForkServer | undefined;
  const startServer = async () => {
    // The time is the fork's, however often its server dies.
    const left = { ...limits, ms: Math.max(1, end - Date.now()) };
    server = await ground.start({ ...program, limits: left }, port);
    return server;
  };
  const manner = { layout: plan.layout, patience, readyWithinMs };
  const grading = await gradeServer({ ...manner, start: startServer, port, steps, signal });
  return { steps: grading.steps, wasSilent: isSilent(grading) || isSlowToStart(grading, server) };
}

function isSilent({ findings }: Grading): boolean {
  return findings.some(({ result }) => SILENT.includes(result.mismatch?.outcome.kind ?? ''));
}

/** Whether it was running all the time, and its port did not answer. */
function isSlowToStart({ readyFailed }: Grading, server: ForkServer | undefined): boolean {
  return readyFailed !== undefined && server?.exit() === null && server.endedBecause() === null;
}
