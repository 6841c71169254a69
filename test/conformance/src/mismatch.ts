import { excerpt } from './bytes.ts';
import type { Outcome } from './check.ts';

/** A server did something else than was expected of it. */
export class Mismatch extends Error {
  override name = 'Mismatch';
  /** The bytes that were expected, or a sentence about them. */
  readonly expected: Expectation;
  readonly outcome: Outcome;

  constructor(expected: Expectation, outcome: Outcome) {
    super(`Expected ${expected.text}, but ${describe(outcome)}.`);
    this.expected = expected;
    this.outcome = outcome;
  }
}

/** What was expected: in words, and where it is known to the byte, as bytes. */
export type Expectation = { text: string; bytes?: string };

/** The machine was too slow to tell whether the server kept its time. The check is run again. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/** An outcome in words, to follow "but". */
export function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'refused':
      return 'the connection was refused: nothing listens on the port';
    case 'closed':
      return 'the server closed the connection';
    case 'silent':
      return 'nothing came';
    case 'waits':
      return 'nothing came until another client had left';
    case 'says':
      return `${excerpt(outcome.bytes)} came`;
  }
}
