import type { Line } from '../differences/compare-lines.ts';

/** Code to show, without the indentation that all its lines have, and which of its lines, from 1, are marked. */
export type MarkedCode = { code: string; ins: number[]; del: number[] };

/** Lines as code with marks. Where everything is new, that a line is new says nothing: nothing is marked. */
export function markedCode(lines: readonly Line[]): MarkedCode {
  const isNews = lines.some(({ kind, text }) => kind !== 'added' && text !== '');
  const numbers = (kind: Line['kind']) => lines.flatMap((line, i) => (line.kind === kind ? [i + 1] : []));
  return {
    code: dedent(lines.map(({ text }) => text)).join('\n'),
    ins: isNews ? numbers('added') : [],
    del: numbers('deleted'),
  };
}

/** Lines without the indentation that they have in common. */
export function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common));
}
