import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const LOOKS_EVERY = 100;

/** What a run of the benchmark has left behind. */
export type Ended = { code: number | null; stdout: string; stderr: string; survivors: number[] };

export type Started = {
  interrupt: () => void;
  stderr: () => string;
  /** The processes that it has started and not stopped yet. */
  running: () => number[];
  ended: Promise<Ended>;
};

/** Runs the benchmark to its end. */
export function runBench(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return startBench(args, env).ended;
}

/** Starts the benchmark, and keeps an eye on the processes that it starts itself. */
export function startBench(args: string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } });
  const descendants = new Set<number>();
  const watch = setInterval(() => {
    for (const pid of descendantsOf(child.pid ?? 0)) descendants.add(pid);
  }, LOOKS_EVERY);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const ended = once(child, 'close').then(() => {
    clearInterval(watch);
    return { code: child.exitCode, stdout, stderr, survivors: [...descendants].filter(isAlive) };
  });
  return {
    interrupt: () => child.kill('SIGINT'),
    stderr: () => stderr,
    running: () => descendantsOf(child.pid ?? 0),
    ended,
  };
}

function descendantsOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): number[] =>
    pairs.flatMap(([child = 0, of]) => (of === parent ? [child, ...childrenOf(child)] : []));
  return childrenOf(pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
