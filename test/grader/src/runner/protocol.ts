import type { Expectation, Outcome, Patience, Verdict } from '@toy-redis/conformance';

/*
 * The runner reads a JSON line for each thing it should do, and prints one for each that it has done:
 * where to find the server, once, and `ready` when it accepts; then a check, and what became of it.
 */

export type Order =
  | { type: 'await'; port: number }
  | { type: 'check'; port: number; id: string; patience: Patience };

export type Report = { type: 'ready' } | ({ type: 'check' } & Seen);

/** What the runner tells of a check: what conformance says of it, as far as it can be written down. */
export type Seen = {
  id: string;
  verdict: Verdict;
  problem: string;
  mismatch: { expected: Expectation; outcome: Outcome } | null;
  transcript: string[];
  keySuffix: string;
  ms: number;
};
