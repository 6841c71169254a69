import fc from 'fast-check';
import type { Pair } from './exchange/pair.ts';
import { inputFor } from './generate/inputs.ts';
import { seedOf } from './generate/seeds.ts';
import type { Input } from './input.ts';
import { type Difference, judge } from './judge.ts';
import { minimise } from './minimise.ts';
import { findRecipe, type Recipe } from './recipe.ts';
import type { Abilities } from './servers/abilities.ts';
import { count, type Tally } from './tally.ts';

/** How long to search: so many ms, and no more than so many inputs; or until the signal. */
export type Effort = { seed: number; ms: number; runs: number; signal: AbortSignal };

/** A difference, and how to see it again on servers that were started for it, if that is known. */
export type Discovery = { difference: Difference; recipe: Recipe | undefined };

/** So many inputs come of one seed. */
const BATCH = 100;
/** Time to find the smallest input that shows a difference, in ms; then as much to find how to see it again. */
const SHRINKS_WITHIN = 60_000;

/**
 * Tries inputs until the servers differ or the effort is spent. The difference comes back as small as it
 * can be shown. The tally is kept up to date all the while.
 */
export async function search(
  pair: Pair,
  step: Abilities,
  { seed, ms, runs, signal }: Effort,
  tally: Tally,
): Promise<Discovery | undefined> {
  const inputs = inputFor(step);
  const [end, most] = [Date.now() + ms, tally.inputs + runs];
  const isOver = () => signal.aborted || Date.now() > end || tally.inputs >= most;
  for (let batch = 0; !isOver(); batch++) {
    let smallest: Difference | undefined;
    let earlier: readonly Input[] = [];
    let isTooLate = () => false;
    const property = fc.asyncProperty(inputs, async (input) => {
      if (smallest === undefined ? isOver() : isTooLate()) return true;
      const before = pair.played;
      const verdict = await judge(input, pair, step);
      // Ctrl-C ends the servers, too: what they say then is no finding.
      if (signal.aborted) return true;
      if (smallest === undefined) count(tally, verdict, input);
      if (smallest === undefined && verdict.kind === 'unsteady') tally.unsteady.push(verdict.difference);
      if (verdict.kind !== 'different') return true;
      if (smallest === undefined) {
        [earlier, isTooLate, tally.isShrinking] = [before, within(SHRINKS_WITHIN, signal), true];
      }
      smallest = verdict.difference;
      return false;
    });
    await fc.check(property, { seed: seedOf(seed, batch), numRuns: BATCH });
    if (smallest === undefined) continue;
    const difference = await reduce(smallest, pair, step, isTooLate);
    const subject = { pair, step, isTooLate: within(SHRINKS_WITHIN, signal) };
    return { difference, recipe: await findRecipe(difference.input, earlier, subject) };
  }
  return undefined;
}

async function reduce(
  difference: Difference,
  pair: Pair,
  step: Abilities,
  isTooLate: () => boolean,
): Promise<Difference> {
  let smallest = difference;
  await minimise(difference.input, async (input) => {
    if (isTooLate()) return false;
    const verdict = await judge(input, pair, step);
    if (verdict.kind !== 'different' || isTooLate()) return false;
    smallest = verdict.difference;
    return true;
  });
  return smallest;
}

/** Says whether so many ms are over, or all is broken off. */
function within(ms: number, signal: AbortSignal): () => boolean {
  const end = Date.now() + ms;
  return () => signal.aborted || Date.now() > end;
}
