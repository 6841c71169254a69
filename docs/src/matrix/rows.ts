import { isDeepStrictEqual } from 'node:util';
import { type Cell, type Check, cellOf } from '@toy-redis/conformance';
import type { Column } from './columns.ts';

/** A check and what is said of each step. */
export type Row = {
  check: Check;
  /** Where links to the check lead: `resp-split-writes`. */
  anchor: string;
  runs: Run[];
  /** The numbers of the steps in which a client sees something else than in the step before. */
  changes: string[];
};

/** Neighbouring steps of which the same is said. */
export type Run = { cell: Cell; columns: Column[] };

/** The row of a check. */
export function rowOf(check: Check, columns: readonly Column[]): Row {
  return {
    check,
    anchor: anchorOf(check.id),
    runs: runsOf(check, columns),
    changes: columns.filter(({ lineage }) => differs(check, lineage)).map(({ number }) => number),
  };
}

/** Where links to a check lead. */
export function anchorOf(id: string): string {
  return id.replace('/', '-');
}

/** The steps of a run in words: `05`, `02 to 04`, or `from 05 on` if no step comes after them. */
export function stepsOf({ columns }: Run, last: string): string {
  const numbers = columns.map(({ number }) => number);
  const [first, end] = [numbers[0] ?? '', numbers.at(-1) ?? ''];
  if (first === end) return first;
  return end === last ? `from ${first} on` : `${first} to ${end}`;
}

function runsOf(check: Check, columns: readonly Column[]): Run[] {
  const runs: Run[] = [];
  for (const column of columns) {
    const cell = cellOf(check, column.lineage);
    const run = runs.at(-1);
    if (run && isDeepStrictEqual(run.cell, cell)) run.columns.push(column);
    else runs.push({ cell, columns: [column] });
  }
  return runs;
}

function differs(check: Check, lineage: readonly string[]): boolean {
  const before = lineage.slice(1);
  return before.length > 0 && !isDeepStrictEqual(cellOf(check, lineage), cellOf(check, before));
}
