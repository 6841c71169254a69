import fc, { type Arbitrary } from 'fast-check';
import type { Request } from '../compare/reading.ts';
import type { Abilities } from '../servers/abilities.ts';
import { anyCase, byte, key, number, time, value } from './words.ts';

/** `needs` is a command without which a step does not understand these arguments yet. */
type Grammar = { name: string; needs?: string; weight: number; args: Arbitrary<string[]> };

const nothing = fc.constant<string[]>([]);
const oneKey = fc.tuple(key);
const junk = fc.oneof(
  fc.constantFrom('junk', '', 'NXX', 'E', 'GET\xff'),
  fc.string({ unit: byte, maxLength: 4 }),
  fc
    .tuple(fc.constantFrom('SYNC', 'ASYNC', 'NX', 'GT', 'GET', 'KEEPTTL', 'EX'), byte)
    .map((parts) => parts.join('')),
);
const flushMode = fc.oneof(
  { weight: 3, arbitrary: nothing },
  { weight: 1, arbitrary: fc.tuple(fc.oneof(anyCase('ASYNC', 'SYNC'), junk)) },
);
const condition = fc.oneof(
  { weight: 12, arbitrary: anyCase('NX', 'XX', 'GT', 'LT') },
  { weight: 1, arbitrary: junk },
);
const setOption: Arbitrary<string[]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(anyCase('NX', 'XX', 'GET', 'KEEPTTL')) },
  { weight: 4, arbitrary: fc.tuple(anyCase('EX', 'PX', 'EXAT', 'PXAT'), time) },
  { weight: 1, arbitrary: fc.tuple(fc.oneof(junk, anyCase('EX', 'PX', 'GT'))) },
);
const setWithOptions = fc
  .tuple(key, value, fc.array(setOption, { minLength: 1, maxLength: 5 }))
  .map(([name, text, options]) => [name, text, ...options.flat()]);
const expiry = fc
  .tuple(key, time, fc.array(condition, { maxLength: 2 }))
  .map(([name, at, conditions]) => [name, at, ...conditions]);

const GRAMMARS: Grammar[] = [
  { name: 'PING', weight: 2, args: fc.array(value, { maxLength: 2 }) },
  { name: 'ECHO', weight: 4, args: fc.tuple(value) },
  {
    name: 'HELLO',
    weight: 2,
    args: fc.oneof(
      nothing,
      fc.tuple(fc.constantFrom('2', '3')),
      fc.tuple(fc.oneof(fc.constantFrom('1', '4'), number)),
      fc.tuple(fc.constantFrom('2', '3'), junk),
    ),
  },
  { name: 'SELECT', weight: 1, args: fc.tuple(fc.oneof(fc.constantFrom('0', '0', '16', '-1'), number)) },
  { name: 'QUIT', weight: 1, args: fc.array(value, { maxLength: 1 }) },
  { name: 'POST', weight: 1, args: fc.constant(['/', 'HTTP/1.1']) },
  { name: 'Host:', weight: 1, args: fc.tuple(value) },
  { name: 'SET', weight: 6, args: fc.tuple(key, value) },
  { name: 'SET', needs: 'EXPIRE', weight: 8, args: setWithOptions },
  { name: 'GET', weight: 6, args: oneKey },
  { name: 'DEL', weight: 3, args: fc.array(key, { minLength: 1, maxLength: 3 }) },
  { name: 'EXISTS', weight: 3, args: fc.array(key, { minLength: 1, maxLength: 3 }) },
  { name: 'DBSIZE', weight: 2, args: nothing },
  { name: 'FLUSHALL', weight: 1, args: flushMode },
  { name: 'FLUSHDB', weight: 1, args: flushMode },
  ...['EXPIRE', 'PEXPIRE', 'EXPIREAT', 'PEXPIREAT'].map((name) => ({ name, weight: 3, args: expiry })),
  ...['TTL', 'PTTL', 'EXPIRETIME', 'PEXPIRETIME', 'PERSIST'].map((name) => ({
    name,
    weight: 2,
    args: oneKey,
  })),
];

/** Of the words of an unknown request, some 128 bytes are quoted. */
const aboutAsLongAsQuoted = fc.integer({ min: 120, max: 131 }).map((length) => 'y'.repeat(length));

/** A name that neither server knows. */
const unknown: Arbitrary<Request> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('nosuch', 'constructor', '', ' ', 'x'.repeat(140), 'a\r\nb'),
      fc.string({ unit: byte, maxLength: 8 }),
    ),
    fc.array(fc.oneof(value, aboutAsLongAsQuoted), { maxLength: 4 }),
  )
  .map(([name, args]) => [name, ...args]);

/** Requests of the commands that a step has, some of them with words too few or too many. */
export function requestOf({ commands }: Abilities): Arbitrary<Request> {
  const known = GRAMMARS.filter(({ name, needs = name }) => commands.has(needs.toLowerCase()));
  return fc.oneof(
    ...known.map(({ name, weight, args }) => ({
      weight,
      arbitrary: fc.tuple(anyCase(name), misnumber(args)).map(([word, words]) => [word, ...words]),
    })),
    { weight: 2, arbitrary: unknown },
  );
}

function misnumber(args: Arbitrary<string[]>): Arbitrary<string[]> {
  return fc.oneof(
    { weight: 14, arbitrary: args },
    { weight: 1, arbitrary: args.map((words) => words.slice(1)) },
    { weight: 1, arbitrary: fc.tuple(args, value).map(([words, more]) => [...words, more]) },
  );
}
