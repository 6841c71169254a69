import type { Limits } from '../server/server.ts';

/** What to run in a sandbox, and what it finds there. */
export type SandboxOptions = {
  /** Becomes `/fork`, where it may write. For root it must be a copy, as it becomes somebody else's. */
  folder: string;
  command: readonly [string, ...string[]];
  /** Is `PORT` in its environment; each sandbox has all ports to itself. */
  port: number;
  /** What its environment has beside `PORT`, `HOME`, `PATH` and `LANG`, which is nothing else of ours. */
  env?: Readonly<Record<string, string>>;
  readOnly?: readonly Mount[];
  limits: Limits;
  /** What its folder may hold, what it was given included: by default 1 GB in 100,000 files. */
  room?: Room;
};

/** An amount of files. */
export type Room = { bytes: number; files: number };

/** Something of ours that the sandbox may read: an absolute path, and the one at which it is seen. */
type Mount = { outside: string; inside: string };

export const defaultRoom: Room = { bytes: 2 ** 30, files: 100_000 };

/** The uid and gid that a fork sees as its own. */
export const insideId = 1000;

/**
 * Root is exempt from limits on processes, so what root starts runs as somebody whom no account is for.
 * Undefined for anybody else, whose forks run as they do.
 */
export const outsideId = process.getuid?.() === 0 ? 64_379 : undefined;
