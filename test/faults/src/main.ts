import { constants } from 'node:os';
import { resolve } from 'node:path';
import { expectWritable, writeResults } from '@toy-redis/bench/json-file';
import { Servers } from '@toy-redis/bench/servers';
import { chooseSteps } from '@toy-redis/bench/steps';
import { NotStartedError } from '@toy-redis/conformance';
import { CommanderError } from 'commander';
import { FaultError, UsageError } from './errors.ts';
import { parseOptions } from './options.ts';
import { tablesOf } from './output/table.ts';
import { planTrials } from './plan.ts';
import { isPassed, type Results, type ServerResults } from './results.ts';
import { tryFaults } from './run.ts';

/** Where the user stands; npm itself goes to the root. */
const HERE = process.env.INIT_CWD ?? process.cwd();

const began = new Date();
const abort = new AbortController();
const { signal } = abort;
const servers = new Servers(signal);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, breakOff);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!signal.aborted) process.exitCode = report(error);
} finally {
  await servers.stopAll();
}

/** Returns the exit code: 1 if a fault has failed. */
async function run(words: string[]): Promise<number> {
  const { steps, faults, scale, json } = parseOptions(words);
  const subjects = chooseSteps(steps);
  const file = json === undefined ? undefined : resolve(HERE, json);
  if (file !== undefined) expectWritable(file);
  if (process.platform !== 'linux')
    throw new FaultError('it takes Linux, whose /proc tells what a server holds');
  const found: ServerResults[] = [];
  const results = (): Results => ({
    schema: 'toy-redis-faults/1',
    date: began.toISOString(),
    durationSeconds: (Date.now() - began.getTime()) / 1000,
    node: process.versions.node,
    scale,
    servers: found,
  });
  signal.addEventListener('abort', () => {
    const hasFound = found.some(({ faults }) => faults.length > 0);
    console.log(hasFound ? `Broken off. Until then:\n\n${tablesOf(results())}` : 'Broken off.');
  });
  const say = console.error;
  const trials = await planTrials(subjects, faults, servers, say);
  for (const trial of trials) await tryFaults(trial, found, { scale, servers, signal, say });
  console.log(tablesOf(results()));
  if (file !== undefined) writeResults(file, results());
  return isPassed(results()) ? 0 : 1;
}

/** Says what is wrong, in one line if it is known, and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  const isKnown = [UsageError, FaultError, NotStartedError].some((known) => error instanceof known);
  console.error(isKnown && error instanceof Error ? error.message : error);
  return error instanceof UsageError ? 2 : 1;
}

/** Tells what was found until now, and gives up what is under way; nothing is left running. */
async function breakOff(name: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): Promise<void> {
  abort.abort();
  await servers.stopAll();
  process.exit(128 + constants.signals[name]);
}
