import type { Pair } from './exchange/pair.ts';
import type { Input } from './input.ts';
import { judge, MOST_PLAYS, type Verdict } from './judge.ts';
import { minimise, minimiseList } from './minimise.ts';
import type { Abilities } from './servers/abilities.ts';

/** How to see a difference on servers that know nothing yet. */
export type Recipe = {
  /** What other clients do first, if something of them stays behind. */
  before: readonly Input[];
  /** How often to try. */
  plays: number;
};

/** A step beside a Redis, and whether to stop asking them. */
type Lab = { pair: Pair; step: Abilities; isTooLate: () => boolean };

/** Plays an input as a recipe has it, until it differs. */
export async function follow(
  { before, plays }: Recipe,
  input: Input,
  { pair, step }: Omit<Lab, 'isTooLate'>,
): Promise<Verdict> {
  for (const each of before) await pair.play(each, () => true);
  let verdict = await judge(input, pair, step);
  for (let played = 1; played < plays && verdict.kind === 'same'; played++) {
    verdict = await judge(input, pair, step);
  }
  return verdict;
}

/**
 * Looks how to see a difference again: at once, or now and then, or after some of the inputs that were
 * played earlier, as few and as small as can be. Undefined if it is none of these.
 */
export async function findRecipe(
  input: Input,
  earlier: readonly Input[],
  lab: Lab,
): Promise<Recipe | undefined> {
  const works = async (recipe: Recipe) => {
    if (lab.isTooLate()) return false;
    try {
      await lab.pair.restart();
    } catch (error) {
      // Ctrl-C ends the servers while they start, too.
      if (lab.isTooLate()) return false;
      throw error;
    }
    return (await follow(recipe, input, lab)).kind === 'different';
  };
  for (const plays of [1, MOST_PLAYS]) if (await works({ before: [], plays })) return { before: [], plays };
  for (let count = 1; count < 2 * earlier.length; count *= 2) {
    const before = earlier.slice(-count);
    const worksAfter = (inputs: readonly Input[]) => works({ before: inputs, plays: 1 });
    if (await worksAfter(before)) return { before: await simplify(before, worksAfter), plays: 1 };
  }
  return undefined;
}

/** Leaves out the inputs that are not needed, and then of each what is not. */
async function simplify(
  inputs: readonly Input[],
  works: (inputs: readonly Input[]) => Promise<boolean>,
): Promise<readonly Input[]> {
  let needed = await minimiseList(inputs, works);
  for (const [index, input] of needed.entries()) {
    const smaller = await minimise(input, (candidate) => works(needed.with(index, candidate)));
    needed = needed.with(index, smaller);
  }
  return needed;
}
