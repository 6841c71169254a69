// Drawn anew by each process, so that nobody can choose keys that all fall into one bucket. It must fit
// 32 bits with its sign: beyond, V8 computes with doubles, and a look-up takes half as long again.
const SEED = (Math.random() * 2 ** 32) | 0;
const FNV_PRIME = 0x01000193;

/**
 * A number of 32 bits that scatters keys over buckets, by their bytes: FNV-1a, and a last step that
 * brings the upper bits to where a small table looks. Redis: `siphash` in siphash.c, which also
 * withstands those who guess the seed.
 */
export function hash(key: string): number {
  let sum = SEED;
  for (let i = 0; i < key.length; i++) sum = Math.imul(sum ^ key.charCodeAt(i), FNV_PRIME);
  return sum ^ (sum >>> 15);
}
