import { expect, test } from 'vitest';
import { oneLine, plainText } from '../../src/reports/plain-text.ts';

test.each([
  ['colours', '\u001b[31mred\u001b[0m', 'red'],
  ['a link of a terminal', '\u001b]8;;http://example.invalid\u0007here\u001b]8;;\u0007', 'here'],
  ['controls', 'a\0b\u0007c\u0085', 'a\\x00b\\x07c\\x85'],
  ['directions', 'exe.\u202egnp', 'exe.\\u{202e}gnp'],
  ['what has no width', 'a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
  ['halves of characters', '\ud83d', '\\u{d83d}'],
  ['what is no character', '\uffff', '\\u{ffff}'],
  ['lines', 'one\r\ntwo\n\tthree', 'one\ntwo\n\tthree'],
  ['what is fit to be read', 'José, 李, 🙂 <b>&amp;', 'José, 李, 🙂 <b>&amp;'],
])('%s', (_, said, shown) => {
  expect(plainText(said)).toBe(shown);
});

test('much is cut in the middle, with a word on how much', () => {
  expect(plainText(`begins${'x'.repeat(1e7)}ends`, 12)).toBe('begins … 9999998 more characters … xxends');
  expect(plainText('\0'.repeat(1e7)).length).toBeLessThan(10_000);
});

test('a name is a line', () => {
  expect(oneLine(' ada\n\t lovelace\u2028 ')).toBe('ada lovelace\\u{2028}');
});
