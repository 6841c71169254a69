import { type ChildProcess, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesOf } from './processes.ts';

const OBEYS_WITHIN_MS = 2000;
const GONE_WITHIN_MS = 5000;
const LOOKS_EVERY_MS = 10;

/** A family of processes: how to know of them and how to end them differs from system to system. */
type Tree = { isThere: () => boolean; signal: (name: 'SIGTERM' | 'SIGKILL') => void };

/**
 * Ends a command that was started in a group of its own, and all that it has started, by force if it
 * does not obey within 2 s; resolves when they are gone. On Linux those with `mark` in their environment
 * are ended, too, wherever they have gone.
 */
export async function endTree(child: ChildProcess, mark: string): Promise<void> {
  if (child.pid === undefined) return;
  const tree = treeOf(child.pid, mark);
  tree.signal('SIGTERM');
  await waitUntil(() => !tree.isThere(), OBEYS_WITHIN_MS);
  await waitUntil(() => {
    if (!tree.isThere()) return true;
    // Again and again, as there may be new ones.
    tree.signal('SIGKILL');
    return false;
  }, GONE_WITHIN_MS);
  // Whoever has escaped may hold the other end.
  child.stdout?.destroy();
  child.stderr?.destroy();
  await waitUntil(() => child.exitCode !== null || child.signalCode !== null, GONE_WITHIN_MS);
}

function treeOf(pid: number, mark: string): Tree {
  if (process.platform === 'win32') return treeOnWindows(pid);
  if (process.platform !== 'linux') {
    return { isThere: () => kill(-pid, 0), signal: (name) => kill(-pid, name) };
  }
  return treeOnLinux(pid, mark);
}

function treeOnLinux(pid: number, mark: string): Tree {
  let members = new Set<number>();
  const look = () => {
    members = new Set(processesOf(pid, mark, members));
    return members;
  };
  return {
    isThere: () => look().size > 0,
    signal: (name) => {
      for (const each of look()) kill(each, name);
    },
  };
}

function treeOnWindows(pid: number): Tree {
  return {
    isThere: () => kill(pid, 0),
    signal: () => spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }),
  };
}

/** Whether there was somebody to get the signal; 0 only asks. */
function kill(pid: number, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function waitUntil(isSo: () => boolean, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (!isSo() && Date.now() < end) await sleep(LOOKS_EVERY_MS);
}
