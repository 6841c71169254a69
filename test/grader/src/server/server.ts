import type { ChildProcess } from 'node:child_process';

/** Where a process listens: an address, such as `127.0.0.1` or `::`, and a port. */
export type Listener = { address: string; port: number };

/** A learner's server, in processes of its own, which nobody trusts. */
export type ForkServer = {
  isRunning: () => boolean;
  /** The beginning and the end of what it has printed, and how much there was between them. */
  output: () => string;
  /** Why we have ended it, such as "it used more than 512 MB of memory"; null if we have not. */
  endedBecause: () => string | null;
  /** How it ended of its own accord: "exited with code 1", "was killed by SIGSEGV"; null if it has not. */
  exit: () => string | null;
  /** Where its processes listen; missing where the system does not tell. */
  listensOn?: () => Listener[];
  /** Starts a program of ours where the server's port can be reached, with pipes for all that it says. */
  beside: (command: readonly [string, ...string[]]) => ChildProcess;
  /** Ends all its processes, whatever they do about it; resolves when they are gone. */
  stop: () => Promise<void>;
};

/** What a server may use; whoever uses more is ended. */
export type Limits = {
  /** From start to end, in ms. */
  ms: number;
  /** Of all its processes together, in bytes. */
  memoryBytes: number;
  processes: number;
  /** What is kept of its output, in bytes; the rest is counted. */
  outputBytes: number;
};
