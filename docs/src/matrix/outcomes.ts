import { type Cell, escapeBytes } from '@toy-redis/conformance';

/** What a client sees, or that the check passes. */
export type Kind = 'passes' | 'refused' | 'closed' | 'silent' | 'waits' | 'says';

/** Every kind in the order of the legend, with a sentence on what it means. */
export const legend: readonly { kind: Kind; word: string; means: string }[] = [
  { kind: 'passes', word: 'passes', means: 'the server does what the check asks for' },
  { kind: 'says', word: 'bytes', means: 'another reply comes: it begins with these bytes' },
  { kind: 'waits', word: 'waits', means: 'no reply comes until another client has left' },
  { kind: 'silent', word: 'silent', means: 'no reply comes' },
  { kind: 'closed', word: 'closed', means: 'the server ends the connection where a reply was due' },
  { kind: 'refused', word: 'refused', means: 'nothing listens there' },
];

/** Of which kind a cell is. */
export function kindOf(cell: Cell): Kind {
  return cell === 'passes' ? cell : cell.kind;
}

/** The word in a cell, or the bytes that a client gets there. */
export function wordOf(cell: Cell): string {
  if (cell === 'passes' || cell.kind !== 'says') return kindOf(cell);
  return escapeBytes(cell.bytes);
}

/** The cell as the end of a sentence that begins with the steps; bytes follow it. */
export function sentenceOf(cell: Cell): string {
  switch (kindOf(cell)) {
    case 'passes':
      return 'it passes';
    case 'says':
      return 'the reply begins with';
    case 'waits':
      return 'no reply comes until another client has left';
    case 'silent':
      return 'no reply comes';
    case 'closed':
      return 'the server ends the connection';
    case 'refused':
      return 'nothing listens';
  }
}
