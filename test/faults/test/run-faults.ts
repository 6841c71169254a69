import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../src/main.ts');

export type Ended = { code: number | null; stdout: string; stderr: string };

export type Started = {
  interrupt: () => void;
  /** What it has said until now about how far it is. */
  stderr: () => string;
  /** The servers that it has started and not stopped yet. */
  servers: () => number[];
  ended: Promise<Ended>;
};

/** Runs the command to its end. */
export function runFaults(args: string[]): Promise<Ended> {
  return startFaults(args).ended;
}

/** Starts the command. */
export function startFaults(args: string[]): Started {
  const child = spawn(process.execPath, [MAIN, ...args]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  return {
    interrupt: () => child.kill('SIGINT'),
    stderr: () => stderr,
    servers: () => childrenOf(child.pid ?? 0),
    ended: once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr })),
  };
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}
