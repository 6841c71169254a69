import type { Line } from '../differences/compare-lines.ts';

/**
 * Of some lines, those from the first that contains the first text of `first text … last text` to the next that
 * contains the last. One text alone stands for one line; without the first or the last, it goes from the
 * beginning or to the end. A deleted line is shown where a line beside it is.
 */
export function narrow(all: readonly Line[], lines: string, where: string): Line[] {
  if (lines === '') return [...all];
  const [from = '', to = from] = lines.split('…').map((text) => text.trim());
  const isThere = ({ kind }: Line) => kind !== 'deleted';
  const first = all.findIndex((line) => isThere(line) && line.text.includes(from));
  const isOne = !lines.includes('…');
  const last = isOne ? first : endOf(all, first, to);
  if (first === -1 || last === -1) throw new NoLineError(where, first === -1 ? from : to, all);
  const before = runLength(all.slice(0, first).toReversed());
  const after = runLength(all.slice(last + 1));
  return all.slice(first - before, last + 1 + after);
}

function endOf(all: readonly Line[], first: number, text: string): number {
  if (text === '') return all.findLastIndex(({ kind }) => kind !== 'deleted');
  return all.findIndex((line, i) => i > first && line.kind !== 'deleted' && line.text.includes(text));
}

/** How many deleted lines there are before any other. */
function runLength(lines: readonly Line[]): number {
  const other = lines.findIndex(({ kind }) => kind !== 'deleted');
  return other === -1 ? lines.length : other;
}

class NoLineError extends Error {
  override name = 'NoLineError';

  constructor(where: string, text: string, all: readonly Line[]) {
    const there = all.map((line) => line.text).join('\n');
    super(`${where}: expected a line that contains '${text}', found none in\n${there}`);
  }
}
