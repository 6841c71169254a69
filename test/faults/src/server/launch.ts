import { join } from 'node:path';
import type { Step } from '@toy-redis/bench/steps';
import type { Start } from '@toy-redis/conformance';

/** A server in Node that faults are tried on. */
export type Subject = Step;

/** What is special about how a server is started. */
export type Launch = {
  /** `never` makes every setInterval one that never fires. */
  intervals?: 'never';
  /** How many files it may have open, connections among them. */
  openFiles?: number;
};

/** How to start a server so that it tells what memory it uses. */
export function startOf({ folder, command }: Subject, { intervals, openFiles }: Launch): Start {
  const preloads = ['report-memory.ts', ...(intervals === 'never' ? ['no-timers.ts'] : [])];
  const imports = preloads.flatMap((name) => ['--import', join(import.meta.dirname, name)]);
  const [, ...args] = command.split(' ');
  const node = [process.execPath, '--expose-gc', ...imports, ...args];
  return { command: () => limitFiles(openFiles, node), cwd: folder };
}

/** The shell sets the limit and becomes the command, so that the process is the same. */
function limitFiles(openFiles: number | undefined, command: string[]): [string, ...string[]] {
  const limit = openFiles === undefined ? '' : `ulimit -n ${openFiles} && `;
  return ['sh', '-c', `${limit}exec "$0" "$@"`, ...command];
}
