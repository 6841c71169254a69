import { read } from '../compare/reading.ts';
import type { Subject } from '../compare-step.ts';
import { bytesOf, type Input } from '../input.ts';
import { avoided } from '../known/avoided.ts';

/** What is known of a step besides how to ask it. */
export type Compared = Omit<Subject, 'pair'>;

/** The first of the steps compared, of those that a step builds on, that understands all inputs. */
export function firstStepFor(
  inputs: readonly Input[],
  { step, lineage }: Compared,
  compared: readonly Compared[],
): string {
  const readings = inputs.map((input) => read(bytesOf(input)));
  const understands = ({ abilities }: Compared) =>
    !avoided.some(({ isIn }) => readings.some((reading) => isIn(reading, abilities)));
  const first = compared.find((each) => lineage.includes(each.step) && understands(each));
  return first?.step ?? step;
}
