import type { Limits } from '../server/server.ts';

/** Threads count as well: 1,000 clients with a thread each, and room for the server's own. */
const TASKS = 2048;
const OPEN_FILES = 4096;
const FILE_BYTES = 256 * 2 ** 20;

/** Redis reserves 512 MB for each argument that is announced so. What is touched the watchdog sees. */
const RESERVED_PER_USED = 64;

/**
 * The command that runs `command` within what the kernel limits. The processes give way to ours, without
 * which nobody would end them, and are the first to go if the machine runs out of memory.
 */
export function rationed(command: readonly string[], { memoryBytes }: Limits): string[] {
  return [
    ...['choom', '--adjust', '1000', '--', 'nice', '-n', '5', 'prlimit'],
    ...[`--nproc=${TASKS}`, `--nofile=${OPEN_FILES}`, `--fsize=${FILE_BYTES}`, '--core=0'],
    ...[`--data=${RESERVED_PER_USED * memoryBytes}`, '--memlock=65536', '--msgqueue=0'],
    ...['--', ...command],
  ];
}
