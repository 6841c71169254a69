import type { Step } from '@toy-redis/conformance';
import type { Case } from './cases/case.ts';
import { compareStep, type Report, type Subject } from './compare-step.ts';
import { UsageError } from './errors.ts';
import { Pair } from './exchange/pair.ts';
import type { Options } from './options.ts';
import { showProgress } from './output/progress.ts';
import { findAbilities, speaksResp } from './servers/abilities.ts';
import { redisIn } from './servers/redis.ts';
import { startOf } from './servers/steps.ts';
import { emptyTally } from './tally.ts';

/** What is compared, and where Redis may leave what it must. */
export type Plan = {
  options: Options;
  steps: readonly Step[];
  cases: readonly Case[];
  folder: string;
  signal: AbortSignal;
};

/**
 * Compares steps with Redis, side by side: while one waits for its servers, another goes on. Throws a
 * UsageError if a step that was named does not speak RESP; of the others, those are left out.
 */
export async function runDifferential({ options, steps, cases, folder, signal }: Plan): Promise<Report[]> {
  const subjects: Subject[] = [];
  try {
    for (const step of steps) {
      const subject = await openSubject(step, folder);
      if (subject) subjects.push(subject);
      else if (options.steps.length > 0) throw new UsageError(refusal(step));
    }
    const tallies = new Map(subjects.map(({ step }) => [step, emptyTally()]));
    const stop = showProgress(tallies);
    const effort = { seed: options.seed, ms: options.seconds * 1000, runs: options.runs, signal };
    const reports = subjects.map((subject) => compareStep(subject, cases, effort, tallies.get(subject.step)));
    return await Promise.all(reports).finally(stop);
  } finally {
    await Promise.all(subjects.map(({ pair }) => pair.close()));
  }
}

/** Starts a step and a Redis beside it; undefined if the step does not speak RESP. */
export async function openSubject(step: Step, folder: string): Promise<Subject | undefined> {
  const pair = await Pair.open(startOf(step), redisIn(folder));
  if (!(await speaksResp(pair.ours.server))) {
    await pair.close();
    return undefined;
  }
  const abilities = await findAbilities(pair.ours.server, pair.redis.server);
  return { step: step.number, lineage: step.lineage, pair, abilities };
}

function refusal({ number }: Step): string {
  return `--steps: expected steps that speak RESP, got '${number}', which does not answer ECHO`;
}
