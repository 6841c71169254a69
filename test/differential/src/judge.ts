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
  /** Different at first, and the same when it was tried again. */
  | { kind: 'unsteady'; requests: number; difference: Difference };

/** An input of which two servers make something different, known differences aside. */
export type Difference = { input: Input; outcomes: Outcomes };

/** Plays an input on both servers, a second time if they differ, and says what came of it. */
export async function judge(input: Input, pair: Pair, step: Abilities): Promise<Verdict> {
  const reading = read(bytesOf(input));
  const known = avoided.find(({ isIn }) => isIn(reading, step));
  if (known) return { kind: 'skipped', because: known.name };
  const requests = reading.requests.length;
  const play = () => pair.play(input, (outcomes) => isSame(outcomes, reading));
  const first = await play();
  if (isSame(first, reading)) return { kind: 'same', requests };
  const again = await play();
  const isSteady = !isSame(again, reading);
  const difference = { input, outcomes: forgive(isSteady ? again : first, reading) };
  return { kind: isSteady ? 'different' : 'unsteady', requests, difference };
}
