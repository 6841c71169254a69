import type { Case } from './cases/case.ts';
import type { Pair } from './exchange/pair.ts';
import { type Difference, judge } from './judge.ts';
import { count, type Effort, emptyTally, search, type Tally } from './search.ts';
import type { Abilities } from './servers/abilities.ts';

/** A step beside a Redis of its own. */
export type Subject = { step: string; lineage: readonly string[]; pair: Pair; abilities: Abilities };

/** What came of comparing a step. */
export type Report = {
  step: string;
  tally: Tally;
  differences: Found[];
  /** How many cases were played. */
  cases: number;
};

/** A difference, and the title of the case that shows it, if it was no new one. */
type Found = { difference: Difference; title?: string };

/**
 * Plays the cases that hold for a step and, if they pass, searches for what nobody has thought of, up to the
 * first difference. A case that is avoided is counted as skipped.
 */
export async function compareStep(
  { step, lineage, pair, abilities }: Subject,
  cases: readonly Case[],
  effort: Effort,
  tally: Tally = emptyTally(),
): Promise<Report> {
  const differences: Found[] = [];
  const own = cases.filter(({ from }) => lineage.includes(from));
  for (const each of own) {
    const verdict = await judge(each, pair, abilities);
    if (effort.signal.aborted) break;
    count(tally, verdict, each);
    if (verdict.kind === 'different') differences.push({ difference: verdict.difference, title: each.title });
  }
  // The search would find the same again, and say it with more words.
  const found = differences.length === 0 && (await search(pair, abilities, effort, tally));
  if (found) differences.push({ difference: found });
  return { step, tally, differences, cases: own.length };
}
