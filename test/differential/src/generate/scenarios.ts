import fc, { type Arbitrary } from 'fast-check';
import type { Request } from '../compare/reading.ts';
import type { Input } from '../input.ts';
import type { Abilities } from '../servers/abilities.ts';
import { life } from './lives.ts';
import { frame } from './spellings.ts';

const KIB = 1024;
const MOST_ASKED = 40;

/** Many keys, some deleted, some of those set again; then all are asked for. */
const crowd: Arbitrary<Request[]> = fc
  .record({
    count: fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 5, max: 130 }) },
      { weight: 1, arbitrary: fc.constant(1100) },
    ),
    gone: fc.array(fc.nat(), { maxLength: 30, size: 'max' }),
    back: fc.array(fc.nat(), { maxLength: 10, size: 'max' }),
  })
  .map(({ count, gone, back }) => {
    const keys = Array.from({ length: count }, (_, index) => `k${index}`);
    const at = (place: number) => `k${place % count}`;
    return [
      ...keys.map((key) => ['SET', key, key]),
      ...gone.map((place) => ['DEL', at(place)]),
      ...back.map((place) => ['SET', at(place), 'back']),
      ['DBSIZE'],
      ['EXISTS', ...keys],
      ...keys.slice(0, MOST_ASKED).map((key) => ['GET', key]),
    ];
  });

/** A value that is long, and replies that together are longer. */
const wide: Arbitrary<Request[]> = fc
  .tuple(
    fc.constantFrom(16 * KIB, 32 * KIB, 64 * KIB - 1, 64 * KIB + 1, 140_000),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([length, times]) => [
    ['SET', 'w', 'w'.repeat(length)],
    ...Array.from({ length: times }, () => ['GET', 'w']),
  ]);

/** Clients change their minds on the version of RESP, and ask for something that depends on it. */
const hello: Arbitrary<Request[]> = fc.array(
  fc.constantFrom(['HELLO', '3'], ['HELLO', '2'], ['HELLO'], ['HELLO', '3', 'x']),
  { minLength: 2, maxLength: 5, size: 'max' },
);
const helloAndNull = hello.map((requests) => requests.flatMap((request) => [request, ['GET', 'nosuch']]));

/** A line without an end, a chunk at a time: longer than what any server takes. */
export const endless: Arbitrary<Input> = fc.constantFrom('*', '*1\r\n$', 'PING ').map((start) => ({
  chunks: [start, ...Array.from({ length: 7 }, () => '1'.repeat(30_000))],
  ending: 'waits',
}));

/** Several requests that make sense only together. */
export function scenarioOf({ commands }: Abilities): Arbitrary<string> {
  const known = [
    { weight: 12, needs: 'expire', arbitrary: life },
    { weight: 2, needs: 'set', arbitrary: crowd },
    { weight: 1, needs: 'set', arbitrary: wide },
    { weight: 2, needs: 'get', arbitrary: helloAndNull },
    { weight: 1, needs: 'hello', arbitrary: hello },
  ].filter(({ needs }) => commands.has(needs));
  const nothing = { weight: 1, arbitrary: fc.constant<Request[]>([]) };
  return fc
    .oneof(...(known.length > 0 ? known : [nothing]))
    .map((requests) => requests.map((words) => frame(words)).join(''));
}
