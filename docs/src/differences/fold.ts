import type { Line } from './compare-lines.ts';

/** A stretch of a difference: shown, or folded up because nothing in it has changed. */
export type Stretch = { folded: boolean; lines: readonly Line[] };

/** So many unchanged lines stay in sight before and after a change. */
const CONTEXT = 3;
/** Fewer lines than these are not worth folding. */
const WORTHWHILE = 4;

/** Folds up what is far from any change. */
export function fold(lines: readonly Line[]): Stretch[] {
  const stretches: { folded: boolean; lines: Line[] }[] = [];
  lines.forEach((line, i) => {
    const folded = lines
      .slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1)
      .every(({ kind }) => kind === 'kept');
    const current = stretches.at(-1);
    if (current?.folded === folded) current.lines.push(line);
    else stretches.push({ folded, lines: [line] });
  });
  return stretches.map((each) => ({ ...each, folded: each.folded && each.lines.length >= WORTHWHILE }));
}
