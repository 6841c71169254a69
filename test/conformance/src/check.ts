import type { Session } from './session.ts';

/** What a check sees of a server that does not do what the check asks for. */
export type Outcome =
  /** Nothing listens there. */
  | { kind: 'refused' }
  /** The server ends the connection where a reply was due. */
  | { kind: 'closed' }
  /** No reply comes. */
  | { kind: 'silent' }
  /** No reply comes until another client has left. */
  | { kind: 'waits' }
  /** Another reply comes; it begins with these bytes. */
  | { kind: 'says'; bytes: string };

/** What is said of a step: it passes the check, or it lacks what the check asks for, and how that looks. */
export type Cell = 'passes' | Outcome;

/**
 * What is said of each step, by its number: a step that is not named is like the one it follows.
 * `{ '01': closed, '02': says('+PONG\r\n'), '05': 'passes' }` says something of every step there is.
 */
export type Cells = { [step: string]: Cell };

/** One thing that a Redis does. A check knows a host and a port, no more. */
export type Check = {
  /** Group and name, such as `resp/split-writes`. */
  id: string;
  /** A sentence that is true of a server that passes. */
  title: string;
  /** `core` is what the step's article asks of every learner; `full` is what Redis does beyond. */
  tier: 'core' | 'full';
  /** The checks without which this one says nothing: if one of them fails, this one is blocked. */
  needs: readonly string[];
  /** What depends on it: why anybody should care. */
  why: string;
  /** Where to look first when it fails; never the solution itself. */
  hint: string;
  steps: Cells;
  run: (session: Session) => Promise<void>;
};

export const passes = 'passes';
export const closed: Outcome = { kind: 'closed' };
export const silent: Outcome = { kind: 'silent' };
export const waits: Outcome = { kind: 'waits' };
export const says = (bytes: string): Outcome => ({ kind: 'says', bytes });

/**
 * What is said of a step, given its lineage: its own number, that of the step it follows, and so on.
 * Throws an UnsaidError if nothing is said of any of them.
 */
export function cellOf(check: Check, lineage: readonly string[]): Cell {
  for (const step of lineage) {
    const cell = check.steps[step];
    if (cell !== undefined) return cell;
  }
  throw new UnsaidError(check, lineage);
}

class UnsaidError extends Error {
  override name = 'UnsaidError';

  constructor(check: Check, lineage: readonly string[]) {
    super(
      `${check.id} says nothing of step ${lineage.join(', which follows ')}; add a cell to its \`steps\``,
    );
  }
}

/** Whether what came is what the table says of the step. */
export function sameOutcome(said: Outcome, came: Outcome): boolean {
  if (said.kind === 'says') return came.kind === 'says' && came.bytes.startsWith(said.bytes);
  return said.kind === came.kind;
}
