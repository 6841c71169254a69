import { constants } from 'node:os';
import { type Box, endBox, openBox } from './box.ts';
import type { SandboxOptions } from './options.ts';
import { prepare } from './scratch.ts';
import { type Network, walledIn } from './walls.ts';
import { watch } from './watch/watch.ts';

/** A sandbox that is ended when it uses more than it may. */
export type Watched = {
  box: Box;
  /** What it used more of; null if it did not. */
  endedBecause: () => string | null;
};

/** Starts a sandbox. Throws a GraderError if there can be none. */
export async function startWatched(options: SandboxOptions, network: Network): Promise<Watched> {
  await prepare(options);
  const box = await openBox(walledIn(options, network), options.limits.outputBytes);
  let excess: string | null = null;
  void watch(box, options).then((found) => {
    if (found === null) return;
    excess = found;
    return endBox(box);
  });
  return { box, endedBecause: () => excess };
}

/** The exit code of its command, which is 128 and more if a signal ended it; null as long as it runs. */
export function codeOf({ child: { exitCode, signalCode }, isGone }: Box): number | null {
  if (!isGone()) return null;
  return signalCode === null ? exitCode : 128 + constants.signals[signalCode];
}

/** "exited with code 1", "was killed by SIGSEGV" */
export function inWords(code: number): string {
  const signal = Object.entries(constants.signals).find(([, number]) => 128 + number === code);
  return signal === undefined ? `exited with code ${code}` : `was killed by ${signal[0]}`;
}
