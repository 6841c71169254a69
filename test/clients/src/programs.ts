import { spawnSync } from 'node:child_process';

const ENDS_WITHIN = 10_000;

/** What a program has left behind. */
type Ended = { status: number | null; stdout: string; stderr: string };

/** Runs a program of Debian's to its end. Throws a MissingProgramError if it is not installed. */
export function run(program: string, args: (string | number)[], input = ''): Ended {
  const options = { input, encoding: 'utf8', timeout: ENDS_WITHIN } as const;
  const { error, status, stdout, stderr } = spawnSync(program, args.map(String), options);
  if (error && 'code' in error && error.code === 'ENOENT') throw new MissingProgramError(program);
  return { status, stdout, stderr };
}

export class MissingProgramError extends Error {
  override name = 'MissingProgramError';
  override stack = '';

  constructor(program: string) {
    super(`there is no ${program} here; to install it: apt-get install redis-tools python3-redis bsdutils`);
  }
}
