import type { Figure, Spread } from '../../../test/bench/src/results.ts';

/** A plot, what it shows in words, and all of its figures in a table. */
export type Chart = {
  id: string;
  title: string;
  /** What was measured, and how to read it. */
  caption: string;
  draw: (width: number) => string;
  table: Table;
};

/** Rows of text, the first cell of each being its head. */
export type Table = { head: string[]; rows: string[][] };

/** The heads of the cells that `cellsOf` makes. */
export function headsOf(measure: string): string[] {
  return [measure, 'least–most', '× Redis', 'least–most ×', 'rounds'];
}

/** The cells of a figure: itself and its ratio to Redis, each with its spread, and the number of rounds. */
export function cellsOf(figure: Figure, show: (value: number) => string): string[] {
  const ratio = figure.ratioToRedis;
  return [
    show(figure.median),
    `${show(figure.min)}–${show(figure.max)}`,
    ratio ? ratio.median.toFixed(2) : '–',
    ratio ? `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}` : '–',
    String(figure.rounds.length),
  ];
}

/** From the least median to the greatest, in words: `0.82 to 1.05`. */
export function mediansOf(spreads: readonly Spread[]): string {
  const medians = spreads.map(({ median }) => median);
  const [least, most] = [Math.min(...medians), Math.max(...medians)].map((each) => each.toFixed(2));
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** The ratio of a figure to Redis, if there is one. */
export function ratioOf(figure: Figure | null | undefined): Spread[] {
  return figure?.ratioToRedis ? [figure.ratioToRedis] : [];
}
