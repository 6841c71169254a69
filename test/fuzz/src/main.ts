// First of all, as V8 counts in what is compiled after it was told to.
import './coverage/profiler.ts';

import { untilBrokenOff } from '@toy-redis/conformance';
import { CommanderError } from 'commander';
import { readCases, saveCase } from './cases/folder.ts';
import { UsageError, WrongCaseError } from './errors.ts';
import { fuzz } from './fuzz.ts';
import { parseOptions } from './options.ts';
import { tell } from './output/story.ts';
import { tableOf } from './output/table.ts';
import type { Report } from './report.ts';

try {
  // Whoever breaks off gets what was found so far.
  process.exitCode = await untilBrokenOff((signal) => run(process.argv.slice(2), signal));
} catch (error) {
  process.exitCode = report(error);
}

/** Returns the exit code: 1 if something is wrong with a decoder, or if not all of it was tried. */
async function run(words: string[], signal: AbortSignal): Promise<number> {
  const { target: targets, seconds, seed, runs } = parseOptions(words);
  const cases = readCases();
  console.error(`Seed ${seed}, up to ${seconds} s`);
  const reports: Report[] = [];
  for (const target of targets) {
    const own = cases.filter((each) => each.target === target.name);
    const ms = (1000 * seconds) / targets.length;
    reports.push(await fuzz(target, own, { seed, ms, runs, signal }));
  }
  for (const each of reports) tellOf(each);
  console.log(tableOf(reports));
  return reports.every(({ findings, missed }) => findings.length + missed.length === 0) ? 0 : 1;
}

function tellOf({ target, findings, missed }: Report): void {
  for (const { finding, title } of findings) {
    console.log(`${target}: ${title ?? 'Something new'}\n${tell(finding)}`);
    if (title === undefined) console.log(`Saved as ${saveCase(target, finding.chunks)}`);
    console.log();
  }
  for (const { file, line, code } of missed)
    console.log(`${target}: never reached: ${file}:${line}: ${code}`);
}

/** Says what is wrong, in one line if it is known, and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  const isKnown = error instanceof UsageError || error instanceof WrongCaseError;
  console.error(isKnown ? error.message : error);
  return error instanceof UsageError ? 2 : 1;
}
