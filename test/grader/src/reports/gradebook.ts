import { stringify } from 'csv-stringify/sync';
import type { ForkResult } from '../result.ts';
import { oneLine } from './plain-text.ts';
import { inOrder, stepScore, stepsOf } from './tally.ts';

/** What the instructor's roster says of each fork beside its name, by column: an email, a number. */
export type Roster = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Where commas stand in numbers, a spreadsheet takes what follows a semicolon for the next cell. */
const FORMULA_AFTER_SEMICOLON = /;[\s"']*(?=[=+\-@＝＋－＠])/g;

/**
 * `gradebook.csv`, a row a fork, in UTF-8: `name`, `commit`, `verdict`, `reached`, `score`; then for each step
 * `05_verdict` and `05_score` (0 to 100); then `reason`; and last what the roster says, as `roster_email`. With a
 * roster the rows are in its order, and else in that of the alphabet. A text that a spreadsheet would take
 * for a formula begins with an apostrophe, also behind a semicolon.
 */
export function gradebookCsv(results: readonly ForkResult[], { roster }: { roster?: Roster } = {}): string {
  const steps = stepsOf(results);
  const rosterColumns = [...new Set([...(roster?.values() ?? [])].flatMap((said) => Object.keys(said)))];
  const columns = [
    ...['name', 'commit', 'verdict', 'reached', 'score'],
    ...steps.flatMap((step) => [`${step}_verdict`, `${step}_score`]),
    'reason',
    ...rosterColumns.map((column) => `roster_${column}`),
  ];
  const rows = inOrderOf(roster, results).map((result) => {
    const said = roster?.get(result.fork);
    return [
      ...[result.fork, result.commit, result.verdict, result.reached].map((text) => cellOf(text ?? '')),
      result.score,
      ...steps.flatMap((step) => cellsOf(result, step)),
      cellOf(result.reason ?? '', 500),
      ...rosterColumns.map((column) => cellOf(said?.[column] ?? '')),
    ];
  });
  return stringify([columns, ...rows], { escape_formulas: true });
}

function cellOf(text: string, most?: number): string {
  return oneLine(text, most).replace(FORMULA_AFTER_SEMICOLON, "$&'");
}

function cellsOf({ steps }: ForkResult, number: string): [string, number | string] {
  const step = steps.find(({ step }) => step === number);
  return step ? [step.verdict, stepScore(step)] : ['', ''];
}

function inOrderOf(roster: Roster | undefined, results: readonly ForkResult[]): ForkResult[] {
  const places = new Map([...(roster?.keys() ?? [])].map((fork, place) => [fork, place]));
  const placeOf = ({ fork }: ForkResult) => places.get(fork) ?? places.size;
  return inOrder(results).toSorted((a, b) => placeOf(a) - placeOf(b));
}
