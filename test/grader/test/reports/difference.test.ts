import { describe, expect, test } from 'vitest';
import { differenceOf, isEnd } from '../../src/reports/difference.ts';

describe('the first byte that differs is marked', () => {
  const cases: { where: string; wanted: string; came: string; byte: number; due: string; got: string }[] = [
    { where: 'at the beginning', wanted: '+PONG', came: '-PONG', byte: 0, due: '+', got: '-' },
    { where: 'in the middle', wanted: '$3', came: '$1', byte: 1, due: '3', got: '1' },
    {
      where: 'after escapes',
      wanted: '\\r\\n\\x00\\"\\\\x',
      came: '\\r\\n\\x00\\"\\\\y',
      byte: 5,
      due: 'x',
      got: 'y',
    },
    { where: 'at an escape', wanted: '+OK\\r\\n', came: '+OK\\n', byte: 3, due: '\\r', got: '\\n' },
    { where: 'in an escape', wanted: '\\x00', came: '\\x01', byte: 0, due: '\\x00', got: '\\x01' },
    { where: 'where too little came', wanted: '+PONG\\r\\n', came: '+PONG', byte: 5, due: '\\r', got: '"' },
    { where: 'where too much came', wanted: '+OK', came: '+OK+', byte: 3, due: '"', got: '+' },
    { where: 'at a quote that is data', wanted: 'a\\"b', came: 'a"', byte: 1, due: '\\"', got: '"' },
  ];

  for (const { where, wanted, came, byte, due, got } of cases) {
    test(where, () => {
      const difference = differenceOf(`"${wanted}"`, `"${came}"`);
      expect(difference).toMatchObject({ byte, expected: { first: due }, received: { first: got } });
      expect(difference?.expected.before).toBe(difference?.received.before);
    });
  }

  test('and what is left of both is around it', () => {
    expect(differenceOf('"$3\\r\\nAda"', '"$1\\r\\nAda"')?.received).toEqual({
      before: '"$',
      first: '1',
      after: '\\r\\nAda"',
    });
  });

  test('and of long values only what is near', () => {
    const long = 'abcdefghij'.repeat(30);
    const difference = differenceOf(`"${long}x${long}"`, `"${long}y${long}"`);
    expect(difference).toMatchObject({ byte: 300, received: { before: `… ${long.slice(-40)}`, first: 'y' } });
    expect(difference?.received.after).toBe(`${long.slice(0, 89)} …`);
  });

  test('without its number, where both are excerpts that begin inside', () => {
    expect(differenceOf('… "abc"', '… "abd"')).toMatchObject({ byte: null, received: { first: 'd' } });
  });

  test('and the closing quote is the end', () => {
    const difference = differenceOf('"+OK\\r\\n"', '""');
    expect(difference && [isEnd(difference.expected), isEnd(difference.received)]).toEqual([false, true]);
  });
});

describe('nothing is marked', () => {
  const cases: [string, string, string][] = [
    ['where no reply came', '"+OK\\r\\n"', 'nothing came'],
    ['where a sentence was expected', 'an error that begins with ERR', '"+OK\\r\\n"'],
    ['where nothing differs', '"+OK"', '"+OK"'],
    ['where only what is left out differs', '"ab" … 10 more bytes … "yz"', '"ab" … 11 more bytes … "yz"'],
    ['where one is cut before they part', '"ab" … 10 more bytes … "yz"', '"abcd"'],
    ['where nothing was expected', '', 'the server exited with code 1'],
  ];
  test.each(cases)('%s', (_, wanted, came) => {
    expect(differenceOf(wanted, came)).toBeNull();
  });
});
