import type { Tally } from '../search.ts';

const SAYS_EVERY = 5000;

/** Says on stderr now and then how far it is; returns how to stop. */
export function showProgress(tallies: ReadonlyMap<string, Tally>): () => void {
  const began = Date.now();
  const timer = setInterval(() => {
    const inputs = Array.from(tallies, ([step, tally]) => `${step}: ${tally.inputs}`).join(', ');
    console.error(`${Math.round((Date.now() - began) / 1000)} s, inputs of ${inputs}`);
  }, SAYS_EVERY);
  return () => clearInterval(timer);
}
