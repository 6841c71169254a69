import fc from 'fast-check';
import type { Pair } from './exchange/pair.ts';
import { inputFor } from './generate/inputs.ts';
import { bytesOf, type Input } from './input.ts';
import { type Difference, judge, type Verdict } from './judge.ts';
import { minimise } from './minimise.ts';
import type { Abilities } from './servers/abilities.ts';

/** How long to search: so many ms, and no more than so many inputs; or until the signal. */
export type Effort = { seed: number; ms: number; runs: number; signal: AbortSignal };

/** What was tried, known differences aside. */
export type Tally = {
  inputs: number;
  requests: number;
  bytes: number;
  skipped: number;
  unsteady: Difference[];
};

/** So many inputs come of one seed; the next come of the next. */
const BATCH = 100;
/** Time to find the smallest input that shows a difference, in ms. */
const SHRINKS_WITHIN = 60_000;

export function emptyTally(): Tally {
  return { inputs: 0, requests: 0, bytes: 0, skipped: 0, unsteady: [] };
}

/**
 * Tries inputs until the servers differ or the effort is spent. The difference comes back as small as it
 * can be shown. The tally is kept up to date all the while.
 */
export async function search(
  pair: Pair,
  step: Abilities,
  { seed, ms, runs, signal }: Effort,
  tally: Tally,
): Promise<Difference | undefined> {
  const inputs = inputFor(step);
  const [end, most] = [Date.now() + ms, tally.inputs + runs];
  const isOver = () => signal.aborted || Date.now() > end || tally.inputs >= most;
  for (let batch = 0; !isOver(); batch++) {
    let smallest: Difference | undefined;
    let shrinksUntil = Infinity;
    const property = fc.asyncProperty(inputs, async (input) => {
      if (smallest === undefined ? isOver() : Date.now() > shrinksUntil) return true;
      const verdict = await judge(input, pair, step);
      // Ctrl-C ends the servers, too: what they say then is no finding.
      if (signal.aborted) return true;
      if (smallest === undefined) count(tally, verdict, input);
      if (verdict.kind !== 'different') return true;
      if (smallest === undefined) shrinksUntil = Date.now() + SHRINKS_WITHIN;
      smallest = verdict.difference;
      return false;
    });
    await fc.check(property, { seed: seed + batch, numRuns: BATCH });
    if (smallest !== undefined) return await reduce(smallest, pair, step, signal);
  }
  return undefined;
}

async function reduce(
  difference: Difference,
  pair: Pair,
  step: Abilities,
  signal: AbortSignal,
): Promise<Difference> {
  let smallest = difference;
  await minimise(difference.input, async (input) => {
    if (signal.aborted) return false;
    const verdict = await judge(input, pair, step);
    if (verdict.kind !== 'different' || signal.aborted) return false;
    smallest = verdict.difference;
    return true;
  });
  return smallest;
}

/** Adds to a tally what became of an input. */
export function count(tally: Tally, verdict: Verdict, input: Input): void {
  if (verdict.kind === 'skipped') {
    tally.skipped++;
    return;
  }
  tally.inputs++;
  tally.bytes += bytesOf(input).length;
  tally.requests += verdict.requests;
  if (verdict.kind === 'unsteady') tally.unsteady.push(verdict.difference);
}
