import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a run has left behind. */
export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs a file of this workspace with plain Node, to its end; or until it gets a signal, after what it first says. */
export async function runNode(file: string, args: string[] = [], signal?: NodeJS.Signals): Promise<Ended> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', file), ...args]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  if (signal) child.stderr.once('data', () => child.kill(signal));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}
