import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { obstacleToSockets } from '@toy-redis/bench/proc';
import { FaultError } from '../errors.ts';

/** The memory that a process holds, in bytes. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? NaN) * 1024;
}

/** How many sockets a process has open. */
export function countSockets(pid: number): number {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).filter((file) => targetOf(`${folder}/${file}`).startsWith('socket:')).length;
}

/** Throws a FaultError if this process, and what it starts, may not have so many connections. */
export function expectRoomFor(connections: number): void {
  const obstacle = obstacleToSockets(connections);
  if (obstacle !== undefined) throw new FaultError(obstacle);
}

/** A file may be closed while one looks. */
function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}
