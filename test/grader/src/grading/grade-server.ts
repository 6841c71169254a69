import type { Patience } from '@toy-redis/conformance';
import type { CheckResult, Layout, StepResult } from '../result.ts';
import { Runner } from '../runner/runner.ts';
import type { ForkServer } from '../server/server.ts';
import { toCheckResult } from './check-result.ts';
import { type CourseStep, checksOf } from './course.ts';
import { Examination } from './examination.ts';
import type { Finding } from './finding.ts';
import { obstacleToStart } from './readiness.ts';
import { toStepResults, toUngradableSteps } from './step-result.ts';

/** How to start a server, and what to hold it to. */
export type GradeOptions = {
  /** Starts it, on `port`; it is called again when the server has died. */
  start: () => Promise<ForkServer>;
  port: number;
  steps: readonly CourseStep[];
  layout: Layout;
  /** How long to wait for a reply; less, once the server has often been silent. */
  patience?: Patience;
  /** How long the server may take until its port answers, in ms. */
  readyWithinMs?: number;
  /** How long a check may take, in ms, whatever the server does. */
  checkWithinMs?: number;
  /** Whether to stop after the first step of which a core check does not pass. */
  stopsAtFailure?: boolean;
  onReady?: () => void;
  onCheck?: (result: CheckResult, step: string) => void;
  signal?: AbortSignal;
};

/** What became of a server. */
export type Grading = {
  /** All that were asked for, or those up to the first failure. */
  steps: StepResult[];
  /** What each check has found, in order, as conformance's `story` wants it. */
  findings: Finding[];
  /** Why the server has never got ready: all steps are ungradable then. */
  readyFailed?: string;
};

const READY_WITHIN_MS = 15_000;
/** Long: nobody likes to fail for a busy machine. In ms. */
const PATIENCE: Patience = { first: 5000, next: 5000 };
/** A check of a slow server takes some seconds; one that takes so long, in ms, will never end. */
const CHECK_WITHIN_MS = 60_000;
/** One crash must not hide all else, but a server that dies and dies has said enough. */
const MOST_DEATHS = 4;

/**
 * Starts a server, holds it to its steps by a runner beside it, and stops it. One that dies amid the
 * checks is started again for the rest; what it is blamed on, `Examination` tells. Throws the reason of the signal once that is given.
 */
export async function gradeServer(options: GradeOptions): Promise<Grading> {
  const { steps, stopsAtFailure } = options;
  const numbers = steps.map(({ number }) => number);
  const examination = prepare(options);
  const { findings } = examination;
  for (let starts = 1; starts === 1 || !examination.isOver; starts++) {
    const obstacle = await examine(examination, options);
    if (obstacle !== undefined && starts === 1) {
      const ungradable = toUngradableSteps(numbers, obstacle);
      return { steps: upToFailure(ungradable, stopsAtFailure), findings, readyFailed: obstacle };
    }
    if (obstacle !== undefined)
      examination.giveUp(`The server has died and does not start again: ${obstacle}`);
    if (examination.deaths >= MOST_DEATHS)
      examination.giveUp(`The server has died ${MOST_DEATHS} times: it is left alone.`);
  }
  return { steps: upToFailure(toStepResults(numbers, findings), stopsAtFailure), findings };
}

/** Of what comes after the first failure nothing is known, if one stops there. */
function upToFailure(steps: StepResult[], stopsAtFailure = false): StepResult[] {
  const missed = steps.findIndex(({ verdict }) => verdict !== 'pass');
  return stopsAtFailure && missed !== -1 ? steps.slice(0, missed + 1) : steps;
}

function prepare(options: GradeOptions): Examination {
  const { steps, layout, patience = PATIENCE, stopsAtFailure = false, onCheck } = options;
  const tasks = steps.flatMap((step) =>
    checksOf(step, layout).map((check) => ({ step: step.number, check })),
  );
  const onFinding = (finding: Finding) => onCheck?.(toCheckResult(finding), finding.step);
  return new Examination(tasks, { patience, stopsAtFailure, onFinding });
}

/** Starts the server and puts to it what is left. Resolves to why it did not get ready, if it did not. */
async function examine(examination: Examination, options: GradeOptions): Promise<string | undefined> {
  const { start, port, onReady, signal } = options;
  const { readyWithinMs = READY_WITHIN_MS, checkWithinMs = CHECK_WITHIN_MS } = options;
  signal?.throwIfAborted();
  const server = await start();
  const runner = new Runner(server, port, checkWithinMs);
  const breakOff = () => runner.end();
  signal?.addEventListener('abort', breakOff);
  try {
    const obstacle = await obstacleToStart(server, runner, port, readyWithinMs);
    if (obstacle !== undefined) return obstacle;
    onReady?.();
    await examination.putTo(server, runner);
    return undefined;
  } finally {
    signal?.removeEventListener('abort', breakOff);
    runner.end();
    await server.stop();
    signal?.throwIfAborted();
  }
}
