import { readFileSync } from 'node:fs';

/** A process, and when it was started, since ids are used again. */
export type KnownProcess = { pid: number; startedAt: string };

/** Fields 3 and 22 of `/proc/<pid>/stat`, counted from after the name, which may hold anything. */
const STATE = 0;
const STARTED_AT = 19;

/** The process of this id, as it is now. */
export function know(pid: number): KnownProcess {
  return { pid, startedAt: statOf(pid)[STARTED_AT] ?? 'gone' };
}

/** Whether a process still runs: one that waits to be reaped does not. */
export function runs({ pid, startedAt }: KnownProcess): boolean {
  const stat = statOf(pid);
  return stat[STARTED_AT] === startedAt && stat[STATE] !== 'Z';
}

/** The child of a process that has one; null if it has none any more, or is none itself. */
export function onlyChildOf(pid: number | null): number | null {
  if (pid === null) return null;
  const [child = ''] = read(`/proc/${pid}/task/${pid}/children`).split(' ');
  return child === '' ? null : Number(child);
}

function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Empty if the process has gone. */
function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
