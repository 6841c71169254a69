import type { Reading, Request } from '../compare/reading.ts';
import type { Input } from '../input.ts';
import type { Abilities } from '../servers/abilities.ts';
import { avoided } from './avoided.ts';
import { forgiven } from './forgiven.ts';

/** Something in which a step is no Redis, and why. */
export type KnownDifference = {
  name: string;
  why: string;
  /** Two servers differ here; where time decides, if it is tried often enough. */
  example: Input;
};

/** Inputs in which it occurs are not compared. */
export type Avoided = KnownDifference & { isIn: (reading: Reading, step: Abilities) => boolean };

/** It may occur, and all else is compared. */
export type Forgiven = KnownDifference & { forgives: (asked: Asked) => boolean };

/** Two replies to the same request that are not the same, and what was asked before. */
export type Asked = { request: Request; earlier: readonly Request[]; ours: string; redis: string };

/**
 * The one table of what cannot be equal. Values of 512 MB are not in it because nobody sends any here:
 * the longest string of Node is 24 bytes shorter than the longest value of Redis.
 */
export const known: readonly KnownDifference[] = [...avoided, ...forgiven];
