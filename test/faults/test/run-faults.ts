import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../src/main.ts');

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs the command to its end. */
export async function runFaults(args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}
