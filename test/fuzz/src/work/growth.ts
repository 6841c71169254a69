import type { Decoder, Family } from '../target.ts';
import { type Work, workOn } from './meter.ts';

/** Twice the input may cost so many times the work. What is quadratic costs four times as much. */
export const MOST_GROWTH = 2.3;
/** So little work says nothing about how it grows. */
const LITTLE = 2000;
const DOUBLINGS = 3;

/** How work grows when the input is twice as long, and which work it is that grows most. */
export type Growth = { ratio: number; work: keyof Work };

/**
 * How work grows with a stream. One that is bent is doubled again where it grows too much, as a bulk may end
 * after some units and something dearer begin: what counts is the least growth of each kind of work.
 */
export function growthOf(open: () => Decoder, files: Set<string>, { units, chunks, isBent }: Family): Growth {
  const growths: Growth[] = [];
  const most = isBent ? DOUBLINGS : 1;
  let before = workOn(open(), chunks(units), files);
  for (let doubling = 1; doubling <= most; doubling++) {
    const after = workOn(open(), chunks(2 ** doubling * units), files);
    growths.push(...KINDS.map((work) => ({ work, ratio: (after[work] + LITTLE) / (before[work] + LITTLE) })));
    before = after;
    if (worstOf(growths).ratio <= MOST_GROWTH) break;
  }
  return worstOf(growths);
}

const KINDS = ['code', 'bytes', 'matching'] as const;

function worstOf(growths: Growth[]): Growth {
  return KINDS.map((work) => growths.filter((each) => each.work === work))
    .map((ofOne) => ofOne.reduce((least, each) => (each.ratio < least.ratio ? each : least)))
    .reduce((worst, each) => (each.ratio > worst.ratio ? each : worst));
}
