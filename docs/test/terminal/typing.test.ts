import { expect, test } from 'vitest';
import { History } from '../../src/playground/terminal/history.ts';
import { chunksOf } from '../../src/playground/terminal/raw-bytes.ts';

test.each([
  ['PING\\r\\n', undefined, ['PING\r\n']],
  ['*1\\r\\n$4\\r\\nPI|NG\\r\\n', undefined, ['*1\r\n$4\r\nPI', 'NG\r\n']],
  ['a||b|', undefined, ['a', 'b']],
  ['a\\|b', undefined, ['a|b']],
  ['PING\\r\\n', 4, ['PING', '\r\n']],
  ['abc|de', 2, ['ab', 'c', 'de']],
  ['\\x00\\xff', 1, ['\x00', '\xff']],
  ['é', undefined, ['\xc3\xa9']],
  ['', undefined, []],
] as const)('%o, cut every %o bytes, is sent as %o', (text, every, chunks) => {
  expect(chunksOf(text, every)).toEqual(chunks);
});

test('what was typed is found again, and so is what was being typed', () => {
  const history = new History();
  for (const line of ['PING', 'GET a', 'GET a', '']) history.add(line);
  expect(history.newer('draft')).toBe('draft');
  expect(history.older('draft')).toBe('GET a');
  expect(history.older('GET a')).toBe('PING');
  expect(history.older('PING')).toBe('PING');
  expect(history.newer('PING')).toBe('GET a');
  expect(history.newer('GET a')).toBe('draft');
});
