import fc, { type Arbitrary } from 'fast-check';
import { cutAt } from './cut.ts';
import type { Finding, Target } from './target.ts';

/** The chunks of an input. */
export type Chunks = readonly string[];

/** Time to make an input small, in ms. */
const SHRINKS_WITHIN = 5000;

/** Inputs for a target: some pieces one after the other, cut anywhere. */
export function inputsFor({ pieces }: Target): Arbitrary<Chunks> {
  return fc
    .tuple(
      fc.array(pieces, { minLength: 1, maxLength: 12, size: 'max' }),
      fc.array(fc.nat(), { maxLength: 6 }),
    )
    .map(([parts, places]) => cutAt(places, parts.join('')));
}

/** Tries so many inputs of a seed, up to the first that has something wrong with it, and makes that small. */
export function tryInputs(
  inputs: Arbitrary<Chunks>,
  { seed, runs }: { seed: number; runs: number },
  check: (chunks: Chunks) => Finding | undefined,
): Finding | undefined {
  let smallest: Finding | undefined;
  let end = Infinity;
  const property = fc.property(inputs, (chunks) => {
    if (Date.now() > end) return true;
    const finding = check(chunks);
    if (finding === undefined) return true;
    if (smallest === undefined) end = Date.now() + SHRINKS_WITHIN;
    smallest = finding;
    return false;
  });
  fc.check(property, { seed, numRuns: runs });
  return smallest;
}
