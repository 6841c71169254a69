import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { oneLine } from '../reports/plain-text.ts';

/** How much a step counts, by its number; one that is not named counts 1. */
export type Weights = ReadonlyMap<string, number>;

/**
 * Reads a file such as `{ "05": 2, "07": 3 }`, which may name every step of the course, also those that are
 * not graded yet. Throws a UsageError that says what is wrong with it.
 */
export function readWeights(file: string, course: readonly string[], graded: readonly string[]): Weights {
  const read: unknown = parse(file);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw new UsageError(`${file}: expected weights such as { "05": 2 }, got ${JSON.stringify(read)}`);
  }
  const weights = new Map<string, number>();
  for (const [step, weight] of Object.entries(read)) {
    if (!course.includes(step))
      throw new UsageError(`${file}: expected steps of ${course.join(', ')}, got ${step}`);
    if (typeof weight !== 'number' || weight < 0 || !Number.isFinite(weight)) {
      const got = JSON.stringify(weight);
      throw new UsageError(`${file}: expected a number of at least 0 for step ${step}, got ${got}`);
    }
    weights.set(step, weight);
  }
  if (graded.some((step) => (weights.get(step) ?? 1) > 0)) return weights;
  throw new UsageError(`${file}: expected some step of ${graded.join(', ')} that counts, got 0 for each`);
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const got = oneLine(error instanceof Error ? error.message : String(error));
    throw new UsageError(`--weights: expected a JSON file, got ${file} (${got})`);
  }
}
