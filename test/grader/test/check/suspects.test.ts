import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Suspects } from '../../src/check/suspects.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what changes while nothing runs was saved', () => {
  expect(new Suspects().wrote('server.c')).toBe(false);
});

test('what changes while one builds was built, until it is saved at another time', () => {
  const suspects = new Suspects();
  suspects.enter('building');
  expect(suspects.wrote('server')).toBe(true);
  suspects.enter('nothing');
  expect(suspects.wrote('server')).toBe(true);
  vi.runAllTimers();
  expect(suspects.wrote('server')).toBe(false);
});

test('what was saved before is saved while one builds, too', () => {
  const suspects = new Suspects();
  suspects.wrote('server.c');
  suspects.enter('building');
  expect(suspects.wrote('server.c')).toBe(false);
});

test('what changes in each run is written by the server', () => {
  const suspects = new Suspects();
  const told = Array.from({ length: 6 }, () => {
    suspects.enter('running');
    const wrote = suspects.wrote('visits.txt');
    suspects.enter('nothing');
    vi.runAllTimers();
    return wrote;
  });
  expect(told).toEqual([false, false, false, true, true, true]);
});

test('a save of another file during a run is a save', () => {
  const suspects = new Suspects();
  suspects.enter('running');
  const told = Array.from({ length: 4 }, () => suspects.wrote('visits.txt'));
  expect(told.at(-1)).toBe(true);
  expect(suspects.wrote('server.js')).toBe(false);
});
