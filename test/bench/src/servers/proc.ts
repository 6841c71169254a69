import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts time in these; on every Linux there are 100 in a second. */
const MICROSECONDS_PER_TICK = 10_000;
/** What a process has open besides: its program, its terminal, what watches its sockets. */
const OTHER_FILES = 100;

/** The CPU time that a process and its children have had, in µs; null where there is no /proc. */
export function cpuMicroseconds(pid: number): number | null {
  return sumOverFamily(pid, (member) => {
    // A program's name, in parentheses, may hold spaces and parentheses itself.
    const stat = readFileSync(`/proc/${member}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_PER_TICK;
  });
}

/** The memory that a process and its children hold, in bytes; null where there is no /proc. */
export function residentBytes(pid: number): number | null {
  return sumOverFamily(pid, (member) => {
    const status = readFileSync(`/proc/${member}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  });
}

/** Why a process may not have so many sockets open; nothing if it may, or if there is no /proc to tell. */
export function obstacleToSockets(sockets: number): string | undefined {
  const limits = readIfThere('/proc/self/limits') ?? '';
  const limit = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Infinity);
  const needed = sockets + OTHER_FILES;
  return needed > limit ? `it takes \`ulimit -n ${needed}\`, and here it is ${limit}` : undefined;
}

function sumOverFamily(pid: number, measure: (member: number) => number): number | null {
  try {
    return familyOf(pid).reduce((sum, member) => sum + measure(member), 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return null;
    throw error;
  }
}

/** A process and all that descend from it. */
function familyOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const children = threads.flatMap((thread) =>
    (readIfThere(`/proc/${pid}/task/${thread}/children`) ?? '').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}

/** Threads come and go, and not every kernel lists children. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
