import { spawnSync } from 'node:child_process';

/** What a program that has ended left behind. */
export type Ended = { status: number | null; stdout: string; stderr: string };

/** Runs a program of Debian's to its end. Throws a MissingProgramError if it is not installed. */
export function run(program: string, args: (string | number)[], input = ''): Ended {
  const { error, ...ended } = spawnSync(program, args.map(String), { input, encoding: 'utf8' });
  if (error) throw new MissingProgramError(program);
  return ended;
}

export class MissingProgramError extends Error {
  override name = 'MissingProgramError';
  override stack = '';

  constructor(program: string) {
    super(`there is no ${program} here; to install it: apt-get install redis-tools python3-redis`);
  }
}
