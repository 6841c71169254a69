import { expect, test } from 'vitest';
import { hash } from '../src/hash.ts';

test.for([
  ['counted up', (i: number) => `key:${i}`],
  ['with zeros in front', (i: number) => `key:${String(i).padStart(12, '0')}`],
  ['of two bytes', (i: number) => String.fromCharCode(i >> 8, i & 255)],
  ['as long as they are many', (i: number) => 'x'.repeat(i)],
] as const)('keys %s are spread evenly, with few in any bucket', ([, keyOf]) => {
  const buckets = new Array<number>(16_384).fill(0);
  for (let i = 0; i < 10_000; i++) {
    const bucket = hash(keyOf(i)) & 16_383;
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  expect(Math.max(...buckets)).toBeLessThan(12);
});
