import { freePort } from '@toy-redis/conformance';
import type { CourseStep } from '../grading/course.ts';
import { type Grading, gradeServer } from '../grading/grade-server.ts';
import { toUngradableSteps } from '../grading/step-result.ts';
import { startLocally } from '../server/local.ts';
import { build } from './build.ts';
import type { Learner } from './learner.ts';
import { keepProgress, type Progress, readProgress } from './progress.ts';

/** What to hold a learner's server to. */
export type Request = {
  steps: readonly CourseStep[];
  stopsAtFailure: boolean;
};

/** What is told of while it happens. */
export type Listening = {
  signal: AbortSignal;
  onBuild?: (isUnderWay: boolean) => void;
  /** A check, of a step, has been put to the server. */
  onCheck?: (step: string, id: string) => void;
};

/** What became of a learner's server. */
export type Outcome = Grading & {
  /** What was reached before. */
  before: Progress;
  /** False if there was a build, and it failed. */
  isBuilt: boolean;
  /** Whether what is reached now could be written down. */
  isKept: boolean;
};

/** Builds a learner's server, holds it to what is asked for, and keeps what it has reached. */
export async function examine(
  learner: Learner,
  { steps, stopsAtFailure }: Request,
  { signal, onBuild, onCheck }: Listening,
): Promise<Outcome> {
  const { folder, command } = learner;
  const before = await readProgress(folder);
  const port = await freePort();
  if (learner.build !== undefined) {
    onBuild?.(true);
    const failure = await build(learner.build, folder, port, signal);
    onBuild?.(false);
    if (failure !== undefined)
      return { ...withoutServer(steps, failure), before, isBuilt: false, isKept: true };
  }
  const grading = await gradeServer({
    start: async () => startLocally({ folder, command, port }),
    port,
    steps,
    layout: 'server',
    stopsAtFailure,
    signal,
    onCheck: ({ id }, step) => onCheck?.(step, id),
  });
  const isKept = await keepProgress(folder, before, grading.steps);
  return { ...grading, before, isBuilt: true, isKept };
}

function withoutServer([first]: readonly CourseStep[], readyFailed: string): Grading {
  return { steps: toUngradableSteps(first ? [first.number] : [], readyFailed), findings: [], readyFailed };
}
