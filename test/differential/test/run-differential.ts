import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../src/main.ts');

/** What a run has left behind. */
export type Ended = { code: number | null; stdout: string; stderr: string };

/** A run that goes on until it ends or is broken off. */
export type Running = {
  stderr: () => string;
  breakOff: () => void;
  isAnythingLeft: () => boolean;
  ended: Promise<Ended>;
};

/** Runs the comparison as from the command line, to its end. */
export async function runDifferential(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return await startDifferential(args, env).ended;
}

/** Starts it as a terminal would: Ctrl-C is for all processes of a group. */
export function startDifferential(args: string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env }, detached: true });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  return {
    stderr: () => stderr,
    breakOff: () => signalGroup(child, 'SIGINT'),
    isAnythingLeft: () => signalGroup(child, 0),
    ended: once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr })),
  };
}

/** Says whether there was anybody in the group. */
function signalGroup({ pid }: ChildProcess, signal: 'SIGINT' | 0): boolean {
  try {
    return pid !== undefined && process.kill(-pid, signal);
  } catch {
    return false;
  }
}
