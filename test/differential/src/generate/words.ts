import fc, { type Arbitrary } from 'fast-check';

/** Any byte, as one character. */
export const byte: Arbitrary<string> = fc
  .integer({ min: 0, max: 255 })
  .map((code) => String.fromCharCode(code));

/** Few, so that requests meet at the same key. */
export const key: Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('a', 'b', 'c') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'A',
      '',
      '__proto__',
      'a\r\nb',
      '\0',
      '\xff\xfe',
      'k'.repeat(300),
      'k'.repeat(600),
    ),
  },
);

export const value: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 6 }) },
  { weight: 6, arbitrary: fc.string({ unit: byte, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom('', '\r\n', '$1\r\n', '*1\r\n', '"', "'", "a'b'c", '\\', ' ') },
  { weight: 1, arbitrary: fc.nat({ max: 40_000 }).map((length) => 'v'.repeat(length)) },
);

/** What spells a number, or nearly so: most of it at an edge of what 64 bits hold. */
export const number: Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...['0', '1', '-1', '-0', '+1', '01', ' 1', '1 ', '1.0', '1e3', '0x10', '', '-', 'abc', '1\n', '\xb2'],
      ...['2147483647', '2147483648', '-2147483649', '4294967296', '9007199254740993'],
      ...['9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809'],
      ...['9223372036854775', '9223372036854776', '-9223372036854775', '-9223372036854776'],
      ...['9223372036854774807', '18446744073709551616', '99999999999999999999'],
    ),
  },
  { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }).map(String) },
  { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 63n) / 1000n, max: 2n ** 63n / 1000n }).map(String) },
);

/** A number that sets a deadline, in whatever unit: far from now, if it is one at all. */
export const time: Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        '100000',
        '200000',
        '12345678',
        '-100000',
        '4102444800',
        '4102444800499',
        '4102444800500',
        '4102444800501',
      ],
      ...['1000000000', '1000000000000'],
    ),
  },
  { weight: 3, arbitrary: number },
);

/** A word in the case in which it stands, mostly; then in the other, or mixed. */
export function anyCase(...words: string[]): Arbitrary<string> {
  const word = fc.constantFrom(...words);
  return fc.oneof(
    { weight: 6, arbitrary: word },
    { weight: 2, arbitrary: word.map((text) => text.toLowerCase()) },
    { weight: 1, arbitrary: fc.mixedCase(word) },
  );
}
