import { expect, test } from 'vitest';
import { parseInteger, ReplyError, toInteger } from '../src/index.ts';

test.each([
  ['0', 0n],
  ['1', 1n],
  ['-1', -1n],
  ['1234567890', 1234567890n],
  ['9007199254740993', 2n ** 53n + 1n],
  ['9223372036854775807', 2n ** 63n - 1n],
  ['-9223372036854775808', -(2n ** 63n)],
])('%j is the integer %d', (text, integer) => {
  expect(parseInteger(text)).toBe(integer);
  expect(toInteger(text)).toBe(integer);
});

test.each([
  '',
  '-',
  '+1',
  '01',
  '-0',
  '-01',
  '00',
  ' 1',
  '1 ',
  '1\n',
  '1.0',
  '1e3',
  '0x10',
  '1_000',
  'one',
  '9223372036854775808',
  '-9223372036854775809',
  '10000000000000000000',
  '\u0661',
])('%j is no integer', (text) => {
  expect(parseInteger(text)).toBeUndefined();
  expect(() => toInteger(text)).toThrow(new ReplyError('ERR value is not an integer or out of range'));
});
