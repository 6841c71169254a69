import { createHash } from 'node:crypto';

/** The seed of a batch: seeds that are neighbours have no batch in common. 32 bits, which fast-check takes. */
export function seedOf(seed: number, batch: number): number {
  return createHash('sha256').update(`${seed} ${batch}`).digest().readInt32LE();
}
