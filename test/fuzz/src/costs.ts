import { ALWAYS, type Held, heldAfter } from './memory/held.ts';
import type { Family, Finding, Target } from './target.ts';
import { type Growth, growthOf, MOST_GROWTH } from './work/growth.ts';

/** What came of measuring a stream. */
export type Costs = { family: Family; growth: Growth; memory: Held };

/** An input is repeated up to so many bytes, and up to twice as many. */
const STREAM = 2000;

/** An input again and again, in ways that are hard on a decoder; a long one is none of these streams. */
export function repeated(input: readonly string[]): Family[] {
  // A socket is never read for nothing.
  const chunks = input.filter((chunk) => chunk !== '');
  const bytes = chunks.join('');
  if (bytes.length > STREAM) return [];
  const units = Math.ceil(STREAM / Math.max(bytes.length, 1));
  return [
    { name: 'as it is', units, isBent: true, chunks: (units) => Array(units).fill(chunks).flat() },
    { name: 'byte by byte', units, isBent: true, chunks: (units) => bytes.repeat(units) },
  ];
}

/** Measures the work on a stream, and what a decoder holds when the stream breaks off. */
export function costsOf(target: Target, files: Set<string>, family: Family): Costs {
  const growth = growthOf(target.open, files, family);
  const memory = heldAfter(target.open, () => family.chunks(family.units));
  return { family, growth, memory };
}

/** What is wrong with the costs of a stream, which is shown by these chunks. */
export function judgeCosts(costs: Costs, chunks: readonly string[], target: Target): Finding | undefined {
  const { family, growth, memory } = costs;
  const found = (expected: string, got: string) => ({ chunks, expected: `${family.name}: ${expected}`, got });
  if (growth.ratio > MOST_GROWTH) {
    const expected = `at most ${MOST_GROWTH} times the work (${growth.work}) for twice the input`;
    return found(expected, `${growth.ratio.toFixed(2)} times`);
  }
  const most = target.mostHeldPerByte * memory.sent + ALWAYS;
  if (memory.held <= most) return undefined;
  return found(
    `at most ${most} bytes held after ${memory.sent} were sent`,
    `${Math.round(memory.held)} bytes`,
  );
}
