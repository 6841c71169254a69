import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { BoundedOutput } from './bounded-output.ts';
import { endTree } from './end-tree.ts';
import { listenersOf } from './listeners.ts';
import { processesOf } from './processes.ts';
import type { ForkServer } from './server.ts';

/** What to run, where, and on which port. */
export type LocalStart = {
  folder: string;
  command: readonly [string, ...string[]];
  port: number;
  /** What is kept of its output, in bytes. */
  outputBytes?: number;
};

const OUTPUT_BYTES = 64 * 1024;
/** Else Python keeps what it prints to itself, and one that is ended takes it to its grave. */
const SPEAKS_AT_ONCE = { PYTHONUNBUFFERED: '1' };
/** What a program has printed may come some ms after it has ended; if another holds its pipe, the end never does. */
const PRINTS_WITHIN_MS = 200;

/** Starts a server without a sandbox: the learner's own, or where there shall be none. */
export function startLocally({ folder, command, port, outputBytes }: LocalStart): ForkServer {
  const [file, ...args] = command;
  const mark = { COURSE_SERVER: randomUUID() };
  const child = spawn(file, args, {
    cwd: folder,
    // A group of its own: all of it can be ended, and Ctrl-C is for us alone.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...SPEAKS_AT_ONCE, ...process.env, PORT: String(port), ...mark },
  });
  const output = new BoundedOutput(outputBytes ?? OUTPUT_BYTES);
  child.stdout.on('data', (chunk) => output.add(chunk));
  child.stderr.on('data', (chunk) => output.add(chunk));
  const end = watchEnd(child);
  const { pid } = child;
  const marked = `COURSE_SERVER=${mark.COURSE_SERVER}`;
  return {
    isRunning: () => end() === null,
    output: () => output.toString(),
    endedBecause: () => null,
    exit: end,
    ...(process.platform === 'linux' && {
      listensOn: () => (pid === undefined ? [] : listenersOf(processesOf(pid, marked))),
    }),
    beside: ([program, ...words]) => spawn(program, words, { stdio: 'pipe' }),
    stop: () => endTree(child, marked),
  };
}

/** Tells how a program has ended, or null; it has not before all is there that it has printed. */
function watchEnd(child: ChildProcess): () => string | null {
  let failed: string | null = null;
  let hasPrinted = false;
  child.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    const why = code === 'ENOENT' ? `there is no program '${child.spawnfile}'` : message;
    failed = `could not be started: ${why}`;
  });
  const print = () => {
    hasPrinted = true;
  };
  child.on('close', print);
  child.on('exit', () => setTimeout(print, PRINTS_WITHIN_MS).unref());
  return () => {
    if (failed !== null) return failed;
    const { exitCode, signalCode, stdout } = child;
    if (!hasPrinted && !stdout?.destroyed) return null;
    if (signalCode !== null) return `was killed by ${signalCode}`;
    return exitCode === null ? null : `exited with code ${exitCode}`;
  };
}
