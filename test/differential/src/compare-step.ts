import type { Case } from './cases/case.ts';
import type { Pair } from './exchange/pair.ts';
import type { Difference } from './judge.ts';
import { follow } from './recipe.ts';
import { type Discovery, type Effort, search } from './search.ts';
import type { Abilities } from './servers/abilities.ts';
import { count, emptyTally, type Tally } from './tally.ts';

/** A step beside a Redis of its own. */
export type Subject = { step: string; lineage: readonly string[]; pair: Pair; abilities: Abilities };

/** What came of comparing a step. */
export type Report = Omit<Subject, 'pair'> & {
  tally: Tally;
  /** The cases that failed, be it once, by their titles. */
  failed: { title: string; difference: Difference }[];
  discovery: Discovery | undefined;
  /** How many cases were played. */
  cases: number;
};

/**
 * Plays the cases that hold for a step and, if they pass, searches for what nobody has thought of, up to the
 * first difference. A case that is avoided is counted as skipped.
 */
export async function compareStep(
  { pair, ...compared }: Subject,
  cases: readonly Case[],
  effort: Effort,
  tally: Tally = emptyTally(),
): Promise<Report> {
  const { lineage, abilities } = compared;
  const failed: Report['failed'] = [];
  const own = cases.filter(({ from }) => lineage.includes(from));
  for (const each of own) {
    const verdict = await follow(each, each, { pair, step: abilities });
    if (effort.signal.aborted) break;
    count(tally, verdict, each);
    if ('difference' in verdict) failed.push({ title: each.title, difference: verdict.difference });
  }
  // The search would find the same again, and say it with more words.
  const discovery = failed.length > 0 ? undefined : await search(pair, abilities, effort, tally);
  return { ...compared, tally, failed, discovery, cases: own.length };
}
