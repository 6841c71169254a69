import fc, { type Arbitrary } from 'fast-check';
import { byte } from './words.ts';

// Bytes drawn evenly are hardly ever more than one bad line: what means something is drawn more often.
const SIGNS = '*$:+-0129x"\'\\ \r\n\t';
const LINES = [
  '*1',
  '*2',
  '*0',
  '*-1',
  '$0',
  '$1',
  '$4',
  '$-1',
  'PING',
  '"PING"',
  "'",
  '',
  'ECHO a',
  'QUIT x',
];

const token = fc.oneof(
  fc.constantFrom(...SIGNS),
  fc.constantFrom(...LINES).map((line) => `${line}\r\n`),
  byte,
);

/** Bytes that are nothing in particular. */
export const noise: Arbitrary<string> = fc
  .array(token, { minLength: 1, maxLength: 20 })
  .map((parts) => parts.join(''));

/** Requests that are none: both servers pass over them. */
export const empty: Arbitrary<string> = fc.constantFrom(
  '\r\n',
  '\n',
  ' \r\n',
  '*0\r\n',
  '*-1\r\n',
  '*-7\r\n',
);

/** Inline lines of which somebody forgot how they are quoted. */
export const misquoted: Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...['"', "'", '\\', '\\x', '\\x4', '\\x4f', '\\xAF', '\\n', "\\'", '\\"', '\\\r'],
      ...[' ', 'a', 'b', '\r', '\v', '\f', '\xff'],
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => `ECHO ${parts.join('')}\r\n`);

/** Well quoted, with all that may stand behind a backslash. */
export const escaped: Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'abntrfv0exNX\r"\'\\').map((letter) => `\\${letter}`),
      fc.constantFrom('\\x4F', '\\xaF', '\\x0g', 'x', ' '),
    ),
    { maxLength: 8 },
  )
  .map((parts) => `ECHO "${parts.join('')}"\r\n`);

/** Bytes with a few of them flipped, dropped, repeated, or others put between them. */
export function mutated(bytes: Arbitrary<string>): Arbitrary<string> {
  const mutation = fc.record({
    kind: fc.constantFrom('flip', 'drop', 'repeat', 'insert', 'cut'),
    place: fc.nat(),
    length: fc.integer({ min: 1, max: 4 }),
    other: token,
  });
  return fc
    .tuple(bytes, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([text, mutations]) => mutations.reduce(mutate, text));
}

type Mutation = { kind: string; place: number; length: number; other: string };

function mutate(bytes: string, { kind, place, length, other }: Mutation): string {
  // A value may be long, and it is of no interest where in it: most of what means something comes first.
  const at = place % (Math.min(bytes.length, 100) + 1);
  const [before, these, after] = [bytes.slice(0, at), bytes.slice(at, at + length), bytes.slice(at + length)];
  switch (kind) {
    case 'flip':
      return before + other + bytes.slice(at + 1);
    case 'drop':
      return before + after;
    case 'repeat':
      return before + these + these + after;
    case 'cut':
      return before;
    default:
      return before + other + these + after;
  }
}
