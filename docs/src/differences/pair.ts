import type { Line } from './compare-lines.ts';

/** A row of two columns: a line as it was beside what it is. */
export type Row = { before?: Line | undefined; after?: Line | undefined };

/** Lines side by side. Of a change, the first deleted line stands beside the first added one, and so on. */
export function pair(lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  let change: { deleted: Line[]; added: Line[] } = { deleted: [], added: [] };
  const endChange = () => {
    const { deleted, added } = change;
    const length = Math.max(deleted.length, added.length);
    rows.push(...Array.from({ length }, (_, i) => ({ before: deleted[i], after: added[i] })));
    change = { deleted: [], added: [] };
  };
  for (const line of lines) {
    if (line.kind === 'kept') {
      endChange();
      rows.push({ before: line, after: line });
    } else {
      change[line.kind].push(line);
    }
  }
  endChange();
  return rows;
}
