import { resolve } from 'node:path';
import { untilBrokenOff } from '@toy-redis/conformance';
import type { Command } from 'commander';
import { isBusy } from '../grade/busy.ts';
import { chooseForks } from '../grade/forks/choose.ts';
import { gradeClass } from '../grade/grade-class.ts';
import type { Manner } from '../grade/grade-fork.ts';
import { chooseGround } from '../grade/grounds/choose.ts';
import { describeGrade, type Flags } from '../grade/options.ts';
import { Ledger } from '../grade/outputs/ledger.ts';
import { Outputs } from '../grade/outputs/outputs.ts';
import { Progress } from '../grade/progress.ts';
import { readWeights, type Weights } from '../grade/weights.ts';
import { type CourseStep, courseSteps } from '../grading/course.ts';
import { classTable } from '../reports/class-table.ts';
import type { ForkResult } from '../result.ts';
import { stepNamed } from '../step-named.ts';

const MB = 1024 * 1024;
const OUTPUT_BYTES = 64 * 1024;
/*
 * Beside others a server may have to wait for its turn, and whoever waits for it costs nothing: twice as
 * long as a learner would, in ms.
 */
const WAITS = { readyWithinMs: 30_000, patience: { first: 10_000, next: 10_000 } };

/** `course grade`: sets the exit code to 1 if a fork could not be graded. Throws a UsageError. */
export function addGrade(program: Command): void {
  describeGrade(program.command('grade')).action(async (written: string[], flags: Flags) => {
    process.exitCode = await untilBrokenOff((signal) => grade(written, flags, signal));
  });
}

/** Whoever breaks off keeps what is graded, and nothing is left running. Returns the exit code. */
async function grade(written: string[], flags: Flags, signal: AbortSignal): Promise<number> {
  const here = process.cwd();
  const { forks, said } = chooseForks(written, flags.roster, here);
  const manner = await mannerOf(flags, here);
  const out = resolve(here, flags.out);
  const outputs = new Outputs(out);
  await outputs.claim(flags.resume);
  const ledger = await Ledger.open(out, {
    ...flags,
    out: null,
    jobs: null,
    resume: null,
    weights: [...manner.weights],
  });
  const progress = new Progress(forks.length, process.stderr);
  const one = { forks, manner, jobs: flags.jobs, outputs, ledger, progress, signal };
  const results = await gradeClass(one).finally(() => progress.stop());
  await outputs.saveClass(results, flags.roster === undefined ? undefined : said);
  process.stdout.write(tableOf(results));
  if (signal.aborted)
    console.error(`Broken off with ${results.length} of ${forks.length} forks graded. Go on with --resume`);
  else console.error(`Everything about them: ${resolve(out, 'index.html')}`);
  return exitCodeOf(results);
}

async function mannerOf(flags: Flags, here: string): Promise<Manner> {
  const steps = stepsUpTo(flags.step);
  const [course, graded] = [numbersOf(courseSteps()), numbersOf(steps)];
  const weights: Weights =
    flags.weights === undefined ? new Map() : readWeights(resolve(here, flags.weights), course, graded);
  const { time, memory, processes, layout = null, allowNetwork, sandbox } = flags;
  const limits = { ms: time * 1000, memoryBytes: memory * MB, processes, outputBytes: OUTPUT_BYTES };
  const ground = await chooseGround(sandbox);
  return { ...WAITS, ground, steps, weights, layout, limits, allowsNetwork: allowNetwork, isBusy };
}

function numbersOf(steps: readonly CourseStep[]): string[] {
  return steps.map(({ number }) => number);
}

function stepsUpTo(last: string | undefined): CourseStep[] {
  const steps = courseSteps();
  if (last === undefined) return steps;
  const { number } = stepNamed(last);
  return steps.slice(0, steps.findIndex((step) => step.number === number) + 1);
}

function tableOf(results: readonly ForkResult[]): string {
  const { isTTY, columns } = process.stdout;
  return classTable(results, isTTY ? { columns, colours: process.stdout.hasColors() } : {});
}

function exitCodeOf(results: readonly ForkResult[]): number {
  return results.every(({ verdict }) => verdict === 'graded') ? 0 : 1;
}
