import { bytesOf, type Input } from './input.ts';
import type { Difference, Verdict } from './judge.ts';

/** What was tried, known differences aside. */
export type Tally = {
  inputs: number;
  requests: number;
  bytes: number;
  skipped: number;
  /** Found in the search, and never again. */
  unsteady: Difference[];
  /** Whether a difference has been found, and is being made small. */
  isShrinking: boolean;
};

export function emptyTally(): Tally {
  return { inputs: 0, requests: 0, bytes: 0, skipped: 0, unsteady: [], isShrinking: false };
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
}
