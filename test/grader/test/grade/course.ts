import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { folderWith } from './folder.ts';

type Ended = { code: number | null; stdout: string; stderr: string };
/** `scratch` is where it keeps what is temporary. */
type Running = { child: ChildProcess; ended: Promise<Ended>; scratch: string };

const PROGRAM = join(import.meta.dirname, '../../src/main.ts');

/** Runs `course` in a folder to its end. */
export function runCourse(here: string, ...words: string[]): Promise<Ended> {
  return startCourse(here, ...words).ended;
}

/** Starts `course` in a folder. */
export function startCourse(here: string, ...words: string[]): Running {
  return startCourseBeside(folderWith(), here, ...words);
}

/** The same, where others may have left something in its scratch folder. */
export function startCourseBeside(scratch: string, here: string, ...words: string[]): Running {
  const env = { ...process.env, NO_COLOR: '1', TMPDIR: scratch };
  const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: here, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended, scratch };
}
