import type { Reading, Request } from '../compare/reading.ts';
import type { Span } from '../exchange/conversation.ts';
import type { Input } from '../input.ts';
import type { Abilities } from '../servers/abilities.ts';

/**
 * Something in which a step is no Redis, and why. Values of 512 MB are not among them because nobody sends
 * any here: the longest of a step is 128 KB shorter than the longest of Redis.
 */
type KnownDifference = {
  name: string;
  why: string;
  /** Two servers differ here; where time decides, if it is tried often enough. */
  example: Input;
};

/** Inputs in which it occurs are not compared. */
export type Avoided = KnownDifference & { isIn: (reading: Reading, step: Abilities) => boolean };

/** It may occur, and all else is compared. */
export type Forgiven = KnownDifference & { forgives: (asked: Asked) => boolean };

/** Two replies to the same request that are not the same, what was asked before, and when all of it was. */
export type Asked = {
  request: Request;
  earlier: readonly Request[];
  ours: string;
  redis: string;
  span: Span;
};
