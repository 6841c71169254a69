import { NotStartedError, untilBrokenOff } from '@toy-redis/conformance';
import { CommanderError } from 'commander';
import { readCases } from './cases/folder.ts';
import { runDifferential } from './differential.ts';
import { DifferentialError, UsageError } from './errors.ts';
import { parseOptions } from './options.ts';
import { isFlawless, tellAndSave } from './output/report.ts';
import { tableOf } from './output/table.ts';
import { findRedis, inTemporaryFolder } from './servers/redis.ts';
import { chooseSteps } from './servers/steps.ts';

try {
  // Whoever breaks off gets what was found so far, and no server is left running.
  process.exitCode = await untilBrokenOff((signal) => run(process.argv.slice(2), signal));
} catch (error) {
  process.exitCode = report(error);
}

/** Returns the exit code: 1 if a step differs from Redis, be it once. */
async function run(words: string[], signal: AbortSignal): Promise<number> {
  const options = parseOptions(words);
  const steps = chooseSteps(options.steps);
  const redis = findRedis();
  const cases = readCases();
  console.error(`Redis ${redis}, seed ${options.seed}, up to ${options.seconds} s`);
  const reports = await inTemporaryFolder((folder) =>
    runDifferential({ options, steps, cases, folder, signal }),
  );
  for (const each of reports) for (const text of tellAndSave(each, reports)) console.log(`${text}\n`);
  console.log(tableOf(reports));
  return reports.every(isFlawless) ? 0 : 1;
}

/** Says what is wrong, in one line if it is known, and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  const isKnown = [UsageError, DifferentialError, NotStartedError].some((known) => error instanceof known);
  console.error(isKnown && error instanceof Error ? error.message : error);
  return error instanceof UsageError ? 2 : 1;
}
