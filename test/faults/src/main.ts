import { constants } from 'node:os';
import { resolve } from 'node:path';
import { expectWritable, writeResults } from '@toy-redis/bench/json-file';
import { NotStartedError } from '@toy-redis/conformance';
import { CommanderError } from 'commander';
import { FaultError, UsageError } from './errors.ts';
import { parseOptions } from './options.ts';
import { tablesOf } from './output/table.ts';
import { isPassed, type Results, type ServerResults } from './results.ts';
import { tryFaults } from './run.ts';
import { Servers } from './server/servers.ts';
import { chooseSteps } from './server/subjects.ts';

/** Where the user stands; npm itself goes to the root. */
const HERE = process.env.INIT_CWD ?? process.cwd();

const servers = new Servers();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, breakOff);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
} finally {
  await servers.stopAll();
}

/** Returns the exit code: 1 if a fault has failed. */
async function run(words: string[]): Promise<number> {
  const options = parseOptions(words);
  const subjects = chooseSteps(options.steps);
  const json = options.json === undefined ? undefined : resolve(HERE, options.json);
  if (json !== undefined) expectWritable(json);
  if (process.platform !== 'linux')
    throw new FaultError('it takes Linux, whose /proc tells what a server holds');
  const began = new Date();
  const found: ServerResults[] = [];
  for (const subject of subjects) {
    found.push(await tryFaults(subject, options.faults, options.scale, servers, console.error));
  }
  const results: Results = {
    schema: 'toy-redis-faults/1',
    date: began.toISOString(),
    durationSeconds: (Date.now() - began.getTime()) / 1000,
    node: process.versions.node,
    scale: options.scale,
    servers: found,
  };
  console.log(tablesOf(results));
  if (json !== undefined) writeResults(json, results);
  return isPassed(results) ? 0 : 1;
}

/** Says what is wrong, in one line if it is known, and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  const isKnown = [UsageError, FaultError, NotStartedError].some((known) => error instanceof known);
  console.error(isKnown && error instanceof Error ? error.message : error);
  return error instanceof UsageError ? 2 : 1;
}

/** Whatever was under way is given up; what matters is that nothing is left running. */
async function breakOff(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): Promise<void> {
  await servers.stopAll();
  process.exit(128 + constants.signals[signal]);
}
