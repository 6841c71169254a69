import { Ungradable } from './copies/ungradable.ts';
import type { Manner } from './grade-fork.ts';
import type { Plan } from './plan.ts';

/** What is shown of what a build has printed, in characters: its end, where it says what is wrong. */
const LAST_WORDS = 2000;

/** Builds a fork, if there is something to build. Throws an Ungradable, with what it printed, if that fails. */
export async function build(
  { layout, build }: Plan,
  fork: string,
  { ground, limits, allowsNetwork }: Manner,
  signal: AbortSignal,
): Promise<void> {
  if (build === null) return;
  if (layout === 'steps' && !allowsNetwork) {
    throw new Ungradable(
      'expected the package-lock.json of the course, for which our packages are there, got another or none: ' +
        'to install from it takes --allow-network',
    );
  }
  const program = { fork, folder: '.', line: build, packages: null, limits };
  const { code, output, endedBecause } = await ground.build(program, allowsNetwork, signal);
  signal.throwIfAborted();
  if (code === 0 && endedBecause === null) return;
  const how = endedBecause ?? (code === null ? 'it was killed' : `it exited with code ${code}`);
  const printed = output.trim().slice(-LAST_WORDS);
  throw new Ungradable(
    `\`${build}\` failed: ${how}. ${printed === '' ? 'It printed nothing.' : `It printed last: ${printed}`}`,
  );
}
