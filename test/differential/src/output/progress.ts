import type { Tally } from '../tally.ts';

const SAYS_EVERY = 5000;

/** Says on stderr now and then how far it is; returns how to stop. */
export function showProgress(tallies: ReadonlyMap<string, Tally>): () => void {
  const began = Date.now();
  const timer = setInterval(() => {
    console.error(`${Math.round((Date.now() - began) / 1000)} s, inputs of ${describe(tallies)}`);
  }, SAYS_EVERY);
  return () => clearInterval(timer);
}

/** How many inputs of each step, and which of them have found something. */
export function describe(tallies: ReadonlyMap<string, Tally>): string {
  const made = (tally: Tally) => (tally.isShrinking ? ' and a difference, which is being made small' : '');
  return Array.from(tallies, ([step, tally]) => `${step}: ${tally.inputs}${made(tally)}`).join(', ');
}
