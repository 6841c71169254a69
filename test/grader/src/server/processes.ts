import { readdirSync, readFileSync } from 'node:fs';

type Process = { pid: number; parent: number; group: number };

/**
 * The processes that a command has started and that still run: those of its group, their children
 * wherever they have gone, those with this mark in their environment, and those `known` to be of them:
 * one that is about to end has lost its environment before it has closed its port. Only Linux tells.
 */
export function processesOf(group: number, mark: string, known: ReadonlySet<number> = new Set()): number[] {
  const all = runningProcesses();
  const found = new Set(
    all
      .filter(({ pid, group: its }) => its === group || known.has(pid) || isMarked(pid, mark))
      .map(({ pid }) => pid),
  );
  // A child that was read before its parent is found the next time round.
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

function runningProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), stat: read(`/proc/${name}/stat`) }))
    .flatMap(({ pid, stat }) => {
      // The name of the program comes second, in parentheses, and may hold anything.
      const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return stat === '' || (state === 'Z' && !hasThreads(pid))
        ? []
        : [{ pid, parent: Number(parent), group: Number(group) }];
    });
}

/** One whose first thread has ended already may have others, which hold its files and ports. */
function hasThreads(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).length > 1;
  } catch {
    return false;
  }
}

function isMarked(pid: number, mark: string): boolean {
  return read(`/proc/${pid}/environ`).split('\0').includes(mark);
}

/** Empty if the process has gone meanwhile, or is none of ours. */
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
