import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from '../src/generate/chunks.ts';
import { inputFor } from '../src/generate/inputs.ts';
import { seedOf } from '../src/generate/seeds.ts';
import { frame } from '../src/generate/spellings.ts';
import { minimise } from '../src/minimise.ts';

describe('pieces are cut', () => {
  it.for([
    { how: { kind: 'whole' } as const, chunks: ['abcdef'] },
    { how: { kind: 'between requests' } as const, chunks: ['abc', 'de', 'f'] },
    { how: { kind: 'at', places: [2, 7, 2, 8] } as const, chunks: ['a', 'b', 'cdef'] },
    { how: { kind: 'byte by byte' } as const, chunks: [...'abcdef'] },
  ])('$how.kind', ({ how, chunks }) => {
    expect(cut(['abc', '', 'de', 'f'], how)).toEqual(chunks);
  });

  it('byte by byte at the beginning, if they are long', () => {
    const chunks = cut(['x'.repeat(1000)], { kind: 'byte by byte' });
    expect([chunks.length, chunks[0], chunks.at(-1)?.length]).toEqual([151, 'x', 850]);
  });
});

it('inputs are bytes, and the same for the same seed', () => {
  const inputs = inputFor({ commands: new Set(['set', 'get', 'expire', 'hello']), lacks: new Set() });
  const sample = fc.sample(inputs, { seed: 1, numRuns: 200 });
  expect(fc.sample(inputs, { seed: 1, numRuns: 200 })).toEqual(sample);
  for (const { chunks } of sample) expect(chunks.join('')).toMatch(/^[\0-\xff]*$/);
});

it('a request may be framed with a wrong length', () => {
  expect(frame(['ab', ''])).toBe('*2\r\n$2\r\nab\r\n$0\r\n\r\n');
  expect(frame(['ab'], (length, at) => `${length + at}`)).toBe('*1\r\n$3\r\nab\r\n');
});

it('what is not needed is taken away: other requests, cuts and the end', async () => {
  const input = { chunks: ['PING\r\nEC', 'HO x\r\nPI', 'NG\r\n*1\r\n'], ending: 'half-closes' } as const;
  const needed = await minimise(input, async ({ chunks }) => chunks.join('').includes('ECHO x'));
  expect(needed).toEqual({ chunks: ['ECHO x\r\n'], ending: 'waits' });
});

it('a cut that is needed stays', async () => {
  const input = { chunks: ['PING\r\nEC', 'HO', ' x\r\n'], ending: 'waits' } as const;
  expect(
    await minimise(
      input,
      async ({ chunks }) => chunks.includes('EC') || chunks[0]?.endsWith('\nEC') === true,
    ),
  ).toEqual({
    chunks: ['EC', 'HO x\r\n'],
    ending: 'waits',
  });
});

it('bytes that are no request are made few, too', async () => {
  const input = { chunks: ['PING\r\n*1\r\n+abc', 'def\r\nghi\0jkl'], ending: 'waits' } as const;
  const needed = await minimise(input, async ({ chunks }) => /^\*1\r\n\+.*\0/s.test(chunks.join('')));
  expect(needed).toEqual({ chunks: ['*1\r\n+\0'], ending: 'waits' });
});

it('no batch is that of another seed', () => {
  const seeds = [1, 2, 3, 4].flatMap((seed) => [0, 1, 2, 3].map((batch) => seedOf(seed, batch)));
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(seedOf(1, 0)).toBe(seeds[0]);
});
