import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraderError } from '../errors.ts';
import { listenersBeside } from '../server/listeners.ts';
import type { ForkServer } from '../server/server.ts';
import { startBeside } from './beside.ts';
import { endBox } from './box.ts';
import { runs } from './known-process.ts';
import type { SandboxOptions } from './options.ts';
import { adviceFor, adviceOn, SYSTEM_PATH } from './requirements.ts';
import { codeOf, inWords, startWatched } from './watched.ts';

/** How a command in a sandbox has ended. */
export type Finished = {
  /** Its exit code, which is 128 and the signal's number if a signal ended it; null if we did. */
  code: number | null;
  /** The beginning and the end of what it has printed. */
  output: string;
  /** Why we have ended it, such as "it ran for more than 60 s"; null if we have not. */
  endedBecause: string | null;
};

/** Whether there can be sandboxes; if not, why, and what to do about it. */
export type Availability = { available: true } | { available: false; reason: string };

/** What only a command that is run to its end may have. */
type RunOptions = SandboxOptions & {
  /** Whether it shares the network of the host. */
  network?: boolean;
  /** Ends it before its time. */
  signal?: AbortSignal;
};

const SMALL = { ms: 10_000, memoryBytes: 64 * 2 ** 20, processes: 8, outputBytes: 1024 };

/** Finds out, by trying, whether there can be sandboxes with the programs on `path`. */
export async function isAvailable(path = SYSTEM_PATH): Promise<Availability> {
  const advice = adviceOn(path);
  if (advice !== undefined) return { available: false, reason: advice };
  const folder = await mkdtemp(join(tmpdir(), 'course-sandbox-'));
  try {
    const { code, output } = await runInSandbox({ folder, command: ['true'], port: 6379, limits: SMALL });
    if (code === 0) return { available: true };
    return { available: false, reason: adviceFor(`The sandbox does not run anything. ${output}`) };
  } catch (error) {
    if (!(error instanceof GraderError)) throw error;
    return { available: false, reason: adviceFor(error.message) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Starts a server in a sandbox. Throws a GraderError if there can be none. */
export async function startInSandbox(options: SandboxOptions): Promise<ForkServer> {
  const { box, endedBecause } = await startWatched(options, 'own');
  let isStopped = false;
  return {
    isRunning: () => codeOf(box) === null,
    output: () => `${box.output}`,
    endedBecause,
    exit: () => {
      const code = codeOf(box);
      return code === null || isStopped || endedBecause() !== null ? null : inWords(code);
    },
    // Nobody else is in its network: even who only passes by does not listen there.
    listensOn: () => (runs(box.gate) ? listenersBeside(box.gate.pid) : []),
    beside: (command) => startBeside(box.gate.pid, command),
    stop: () => {
      isStopped ||= codeOf(box) === null;
      return endBox(box);
    },
  };
}

/** Runs a command in a sandbox until it ends. Throws a GraderError if there can be none, or what `signal` does. */
export async function runInSandbox({ network = false, signal, ...options }: RunOptions): Promise<Finished> {
  signal?.throwIfAborted();
  const { box, endedBecause } = await startWatched(options, network ? 'of the host' : 'own');
  const end = () => void endBox(box);
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end);
  await box.gone;
  signal?.removeEventListener('abort', end);
  signal?.throwIfAborted();
  const code = endedBecause() === null ? codeOf(box) : null;
  return { code, output: `${box.output}`, endedBecause: endedBecause() };
}
