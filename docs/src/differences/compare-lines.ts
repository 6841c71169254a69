import { diffArrays } from 'diff';
import { type Part, partsOf } from '../excerpts/parts.ts';

/** A line of a file that has changed, or of one that has not; its numbers in the file before and after. */
export type Line =
  | { kind: 'kept'; text: string; before: number; after: number }
  | { kind: 'added'; text: string; after: number }
  | { kind: 'deleted'; text: string; before: number };

const known = new Map<string, Line[]>();

/**
 * What became of each line. As many lines change as with `git diff`, but a line is only the same one if it is
 * in the same part: no function ever ends with the brace of the one that stood there.
 */
export function compareLines(before: string, after: string): readonly Line[] {
  // Many pages compare the same two files.
  const key = `${before}\0${after}`;
  const lines = known.get(key) ?? findChanges(before, after);
  known.set(key, lines);
  return lines;
}

function findChanges(before: string, after: string): Line[] {
  const changes = diffArrays(linesWithPart(before), linesWithPart(after));
  const at = { before: 0, after: 0 };
  return changes.flatMap(({ value, added, removed }) =>
    value.map((line): Line => {
      const text = line.slice(line.indexOf('\n') + 1);
      if (added) return { kind: 'added', text, after: ++at.after };
      if (removed) return { kind: 'deleted', text, before: ++at.before };
      return { kind: 'kept', text, before: ++at.before, after: ++at.after };
    }),
  );
}

/** Each line behind the name of the innermost part it is in; a blank line goes with what follows it. */
function linesWithPart(source: string): string[] {
  const parts = partsOf(source).toReversed();
  const lines = source === '' ? [] : source.replace(/\n$/, '').split('\n');
  let label = '';
  return lines
    .map((text, i): [string, Part | undefined] => [text, parts.find((part) => isIn(part, i + 1))])
    .toReversed()
    .map(([text, part]) => {
      if (text !== '') label = part ? nameOf(part) : '';
      return `${label}\n${text}`;
    })
    .toReversed();
}

function isIn({ first, last }: Part, line: number): boolean {
  return first <= line && line <= last;
}

/** A statement without a name goes by its first word. */
function nameOf({ names, text }: Part): string {
  return names.join() || (/^[\w$]+/.exec(text)?.[0] ?? '');
}
