import type { ForkServer, Limits } from '../../server/server.ts';

/** A program of a fork: a line for the shell, in a folder below the fork's, `.` or `steps/07-expiry`. */
export type Program = {
  /** The fork's scratch folder, which is all that it may write. */
  fork: string;
  folder: string;
  line: string;
  /** Our installed packages, to be found in the fork's `node_modules`; null if it has its own, or none. */
  packages: string | null;
  limits: Limits;
};

/** How a build has ended. */
type BuildEnd = {
  /** Null if it was killed. */
  code: number | null;
  output: string;
  /** Why we have ended it; null if we have not. */
  endedBecause: string | null;
};

/** Where the programs of forks run: in a sandbox, or among all others. */
export type Ground = {
  /** A port that the next server has for itself. */
  port: () => Promise<number>;
  start: (program: Program, port: number) => Promise<ForkServer>;
  /** Runs a program to its end; with `network` it may reach other machines. */
  build: (program: Program, network: boolean, signal: AbortSignal) => Promise<BuildEnd>;
};
