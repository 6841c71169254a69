import { constants } from 'node:os';
import { resolve } from 'node:path';
import { NotStartedError } from '@toy-redis/conformance';
import { CommanderError } from 'commander';
import { bench } from './bench.ts';
import { findVersions } from './environment.ts';
import { BenchError, UsageError } from './errors.ts';
import { parseOptions } from './options.ts';
import { expectWritable, writeResults } from './output/json-file.ts';
import { Progress } from './output/progress.ts';
import { tablesOf } from './output/tables.ts';
import { Servers } from './servers/servers.ts';
import { chooseSubjects } from './servers/subjects.ts';

/** Where the user stands; npm itself goes to the root. */
const HERE = process.env.INIT_CWD ?? process.cwd();

const abort = new AbortController();
const servers = new Servers(abort.signal);
// A terminal that says it has no columns would keep ora busy for ever.
const progress = new Progress(process.stderr.isTTY && process.stderr.columns > 0);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, breakOff);

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!abort.signal.aborted) process.exitCode = report(error);
} finally {
  progress.stop();
  await servers.stopAll();
}

async function run(words: string[]): Promise<void> {
  const options = parseOptions(words);
  const subjects = chooseSubjects(options, HERE);
  const json = options.json === undefined ? undefined : resolve(HERE, options.json);
  if (json !== undefined) expectWritable(json);
  const results = await bench(options, subjects, findVersions(), { servers, signal: abort.signal, progress });
  progress.stop();
  console.log(tablesOf(results));
  if (json !== undefined) writeResults(json, results);
}

/** Says what is wrong, in one line if it is known, and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  const isKnown = [UsageError, BenchError, NotStartedError].some((known) => error instanceof known);
  progress.stop();
  console.error(isKnown && error instanceof Error ? error.message : error);
  return error instanceof UsageError ? 2 : 1;
}

/** Whatever was under way is given up; what matters is that nothing is left running. */
async function breakOff(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): Promise<void> {
  abort.abort();
  progress.stop();
  await servers.stopAll();
  process.exit(128 + constants.signals[signal]);
}
