import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Stretch } from './painting.ts';

/** A block of code that was never executed: where it begins, and its first line from there on. */
export type Gap = { file: string; line: number; code: string };

/** What is known of a file: where blocks begin and end, and of each character in one, if it was executed. */
type Seen = { text: string; edges: Set<number>; states: Uint8Array };

const UNKNOWN = 0;
const MISSED = 1;
const REACHED = 2;

/**
 * Which blocks of some files have been executed. V8 tells two blocks apart only when one was executed more
 * often than the other, so blocks are what lies between all the edges that it has ever named.
 */
export class Reach {
  #files: Map<string, Seen>;

  constructor(files: Iterable<string>) {
    this.#files = new Map(Array.from(files, (file) => [file, unseen(file)]));
  }

  /** Adds what was counted. */
  add(stretches: Map<string, Stretch[]>): void {
    for (const [file, inFile] of stretches) {
      const { edges, states } = this.#files.get(file) ?? unseen(file);
      const now = new Uint8Array(states.length);
      for (const { start, end, count } of inFile) {
        edges.add(start).add(end);
        now.fill(count > 0 ? REACHED : MISSED, start, end);
      }
      now.forEach((state, at) => {
        states[at] = Math.max(state, states[at] ?? UNKNOWN);
      });
    }
  }

  get blocks(): { reached: number; all: number; gaps: Gap[] } {
    const all = [...this.#files].flatMap(([file, seen]) => blocksOf(file, seen));
    const gaps = all.filter(({ isReached }) => !isReached);
    return { reached: all.length - gaps.length, all: all.length, gaps };
  }
}

function unseen(file: string): Seen {
  const text = readFileSync(file, 'utf8');
  return { text, edges: new Set(), states: new Uint8Array(text.length) };
}

function blocksOf(file: string, { text, edges, states }: Seen): (Gap & { isReached: boolean })[] {
  if (edges.size === 0) return [{ file: basename(file), line: 1, code: 'all of it', isReached: false }];
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.flatMap((edge, index) => {
    const first = text.slice(edge, sorted[index + 1] ?? edge).search(/\w/);
    const at = edge + first;
    if (first === -1 || states[at] === UNKNOWN) return [];
    const line = text.slice(0, at).split('\n').length;
    const code = text.slice(at).split('\n', 1).join('');
    return [{ file: basename(file), line, code, isReached: states[at] === REACHED }];
  });
}
