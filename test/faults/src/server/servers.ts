import { join } from 'node:path';
import { type RunningServer, startServer } from '@toy-redis/conformance';
import { FaultError } from '../errors.ts';
import type { Subject } from './subjects.ts';

/** What is special about how a server is started. */
export type Launch = {
  /** `never` makes every setInterval one that never fires. */
  intervals?: 'never';
  /** How many files it may have open, connections among them. */
  openFiles?: number;
};

/** The servers that this run has started, so that it leaves none behind, however it ends. */
export class Servers {
  readonly #started = new Set<Promise<RunningServer>>();
  #isOver = false;

  /**
   * Starts a server on a free port. Throws a NotStartedError with what it printed, if it does not listen,
   * and a FaultError after `stopAll`.
   */
  async start({ file, cwd }: Subject, launch: Launch): Promise<RunningServer> {
    if (this.#isOver) throw new FaultError('the run was broken off');
    const preloads = ['report-memory.ts', ...(launch.intervals === 'never' ? ['no-timers.ts'] : [])];
    const imports = preloads.flatMap((name) => ['--import', join(import.meta.dirname, name)]);
    const node = [process.execPath, '--expose-gc', ...imports, file];
    const starting = startServer({ command: () => limitFiles(launch.openFiles, node), cwd });
    this.#started.add(starting);
    return await starting;
  }

  /** Stops all that were started, and those that are being started as soon as they are. */
  async stopAll(): Promise<void> {
    this.#isOver = true;
    const stopped = Array.from(this.#started, async (starting) => (await starting).stop());
    // One that never started is gone already.
    await Promise.allSettled(stopped);
  }
}

/** The shell sets the limit and becomes the command, so that the process is the same. */
function limitFiles(openFiles: number | undefined, command: string[]): [string, ...string[]] {
  const limit = openFiles === undefined ? '' : `ulimit -n ${openFiles} && `;
  return ['sh', '-c', `${limit}exec "$0" "$@"`, ...command];
}
