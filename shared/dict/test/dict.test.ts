import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dict } from '../src/index.ts';

const KEYS = Array.from({ length: 5000 }, (_, i) => `key:${i}`);

function filled(keys: string[]): Dict<number> {
  const dict = new Dict<number>();
  for (const [value, key] of keys.entries()) dict.set(key, value);
  return dict;
}

describe('a Dict', () => {
  test('says what a Map says, whatever is done to both', () => {
    const key = fc.oneof(fc.constantFrom('', 'a', 'b', 'ab', '\0', '\xff'), fc.string());
    const action = fc.oneof(
      { weight: 60, arbitrary: fc.tuple(fc.constant('set' as const), key, fc.integer()) },
      { weight: 30, arbitrary: fc.tuple(fc.constant('delete' as const), key) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('clear' as const)) },
    );
    fc.assert(
      fc.property(fc.array(action, { size: 'large' }), (actions) => {
        const [dict, map] = [new Dict<number>(), new Map<string, number>()];
        for (const [kind, key = '', value = 0] of actions) {
          if (kind === 'set') {
            dict.set(key, value);
            map.set(key, value);
          } else if (kind === 'delete') {
            expect(dict.delete(key)).toBe(map.delete(key));
          } else {
            dict.clear();
            map.clear();
          }
          expect(dict.get(key)).toBe(map.get(key));
          expect(dict.size).toBe(map.size);
        }
        expect([...dict.keys()].sort()).toEqual([...map.keys()].sort());
        for (const [key, value] of map) expect(dict.get(key)).toBe(value);
      }),
    );
  });

  test('keeps thousands of keys while it grows', () => {
    const dict = filled(KEYS);
    expect(dict.size).toBe(5000);
    expect(KEYS.map((key) => dict.get(key))).toEqual([...KEYS.keys()]);
    expect(dict.get('key:5000')).toBeUndefined();
  });

  test('finds each key among those of its bucket when others go and come', () => {
    const dict = filled(KEYS);
    const [even, odd] = [KEYS.filter((_, i) => i % 2 === 0), KEYS.filter((_, i) => i % 2 === 1)];
    for (const key of even) expect(dict.delete(key)).toBe(true);
    for (const key of even) expect(dict.get(key)).toBeUndefined();
    for (const key of odd) expect(dict.get(key)).toBe(KEYS.indexOf(key));
    for (const key of even) dict.set(key, -1);
    expect(dict.size).toBe(5000);
    for (const key of even) expect(dict.get(key)).toBe(-1);
    for (const key of odd) expect(dict.get(key)).toBe(KEYS.indexOf(key));
  });

  test('starts anew once it is empty', () => {
    const dict = filled(KEYS);
    for (const key of KEYS) dict.delete(key);
    expect([dict.size, [...dict.keys()]]).toEqual([0, []]);
    dict.set('again', 1);
    expect([dict.size, [...dict.keys()], dict.get('again')]).toEqual([1, ['again'], 1]);
  });

  test('knows keys by their characters, not by how they were put together', () => {
    const dict = filled(['greeting']);
    expect(dict.get(['gree', 'ting'].join(''))).toBe(0);
    expect(dict.get('no greeting'.slice(3))).toBe(0);
    expect(dict.get('constructor')).toBeUndefined();
  });
});

describe('its keys', () => {
  test('can be left and taken up again', () => {
    const keys = filled(KEYS).keys();
    const met: string[] = [];
    while (met.length < 5000) {
      for (const key of keys) if (met.push(key) % 7 === 0) break;
    }
    expect(met.sort()).toEqual(KEYS.toSorted());
    expect([...keys]).toEqual([]);
  });

  test('come all, while others are added and deleted on the way', () => {
    const dict = filled(KEYS);
    const met = new Set<string>();
    for (const key of dict.keys()) {
      met.add(key);
      const number = Number(key.slice(4));
      if (number < 5000) dict.set(`key:${number + 5000}`, 0);
      if (number % 2 === 0) dict.delete(key);
    }
    expect(KEYS.filter((key) => !met.has(key))).toEqual([]);
  });

  test('end when all are deleted meanwhile', () => {
    const dict = filled(KEYS);
    const met: string[] = [];
    for (const key of dict.keys()) {
      met.push(key);
      dict.clear();
    }
    expect(met).toHaveLength(1);
  });
});
