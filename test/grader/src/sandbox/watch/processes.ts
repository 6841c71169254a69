import type { Limits } from '../../server/server.ts';
import { countSockets, inhabitants, isBuilt, memoryBytes } from './inhabitants.ts';
import { inMegabytes } from './megabytes.ts';
import { spaceOn } from './proc.ts';

/** Each client has one, and the runner's end of it is in the same network. */
const SOCKETS = 8192;
/** In the folders that are memory; the kernel needs some for a file, however empty. */
const TEMPORARY_FILES = 20_000;

/** What the processes of this init use more of than they may: "it used more than 512 MB of memory". */
export function excessOf(init: number, limits: Limits): string | null {
  if (!isBuilt(init)) return null;
  const all = inhabitants(init);
  if (all.ids.length > limits.processes) return `it had more than ${limits.processes} processes`;
  const temporary = ['/tmp', '/dev/shm'].map((path) => spaceOn(`/proc/${init}/root${path}`).used);
  const inFiles = temporary.reduce((sum, { bytes }) => sum + bytes, 0);
  if (inFiles + memoryBytes(all, limits.memoryBytes - inFiles) > limits.memoryBytes) {
    return `it used more than ${inMegabytes(limits.memoryBytes)} of memory`;
  }
  if (temporary.some(({ files }) => files > TEMPORARY_FILES)) {
    return `it had more than ${TEMPORARY_FILES} files in /tmp or /dev/shm`;
  }
  if (countSockets(init) > SOCKETS) return `it had more than ${SOCKETS} sockets`;
  return null;
}
