import fc, { type Arbitrary } from 'fast-check';

/** How to cut what is sent into chunks. */
export type Cutting =
  | { kind: 'whole' }
  | { kind: 'between requests' }
  | { kind: 'at'; places: readonly number[] }
  | { kind: 'byte by byte' };

/** Each byte costs a turn of both servers: what is longer is cut into a few. */
const MOST_SINGLE_BYTES = 150;

export const cutting: Arbitrary<Cutting> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Cutting>({ kind: 'whole' }) },
  { weight: 2, arbitrary: fc.constant<Cutting>({ kind: 'between requests' }) },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.nat(), { minLength: 1, maxLength: 4 })
      .map((places): Cutting => ({ kind: 'at', places })),
  },
  { weight: 1, arbitrary: fc.constant<Cutting>({ kind: 'byte by byte' }) },
);

/** Cuts pieces, which mostly are requests, into chunks; none of them is empty. */
export function cut(pieces: readonly string[], how: Cutting): string[] {
  const bytes = pieces.join('');
  return chunksOf(bytes, pieces, how).filter((chunk) => chunk !== '');
}

function chunksOf(bytes: string, pieces: readonly string[], how: Cutting): readonly string[] {
  switch (how.kind) {
    case 'whole':
      return [bytes];
    case 'between requests':
      return pieces;
    case 'at':
      return cutAt(bytes, how.places);
    case 'byte by byte':
      return [...Array.from(bytes.slice(0, MOST_SINGLE_BYTES)), bytes.slice(MOST_SINGLE_BYTES)];
  }
}

/** Places beyond the end start over. */
function cutAt(bytes: string, places: readonly number[]): string[] {
  const cuts = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...cuts].map((start, index) => bytes.slice(start, cuts[index]));
}
