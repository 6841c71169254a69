import { forgive, isSame } from './compare/compare.ts';
import { read } from './compare/reading.ts';
import type { Outcomes, Pair } from './exchange/pair.ts';
import { bytesOf, type Input } from './input.ts';
import { avoided } from './known/avoided.ts';
import type { Abilities } from './servers/abilities.ts';

/** What became of one input. */
export type Verdict =
  | { kind: 'skipped'; because: string }
  | { kind: 'same'; requests: number }
  | { kind: 'different'; requests: number; difference: Difference }
  /** Different at first, and the same however often it was tried again. */
  | { kind: 'unsteady'; requests: number; difference: Difference };

/** An input of which two servers make something different, known differences aside. */
export type Difference = {
  input: Input;
  outcomes: Outcomes;
  /** How often they differed, of how many plays. */
  plays: { different: number; all: number };
};

/** So often is an input played that has differed once: a bug may show now and then. */
export const MOST_PLAYS = 20;

/** Plays an input on both servers, again and again if they differ once, and says what came of it. */
export async function judge(input: Input, pair: Pair, step: Abilities): Promise<Verdict> {
  const reading = read(bytesOf(input));
  const known = avoided.find(({ isIn }) => isIn(reading, step));
  if (known) return { kind: 'skipped', because: known.name };
  const requests = reading.requests.length;
  const play = () => pair.play(input, (outcomes) => isSame(outcomes, reading));
  const first = await play();
  if (isSame(first, reading)) return { kind: 'same', requests };
  const differenceOf = (outcomes: Outcomes, different: number, all: number): Difference => {
    return { input, outcomes: forgive(outcomes, reading), plays: { different, all } };
  };
  for (let all = 2; all <= MOST_PLAYS; all++) {
    const again = await play();
    if (isSame(again, reading)) continue;
    return { kind: 'different', requests, difference: differenceOf(again, 2, all) };
  }
  return { kind: 'unsteady', requests, difference: differenceOf(first, 1, MOST_PLAYS) };
}
