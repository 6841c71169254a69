import { describe, expect, it } from 'vitest';
import { figureIfKnown, figureOf, NoRoundsError, spreadOf } from '../src/statistics.ts';

describe('the spread of some rounds', () => {
  it.for([
    { rounds: [3], median: 3, min: 3, max: 3 },
    { rounds: [9, 1, 2], median: 2, min: 1, max: 9 },
    { rounds: [4, 1, 3, 100], median: 3.5, min: 1, max: 100 },
  ])('$rounds: $median, from $min to $max', ({ rounds, ...spread }) => {
    expect(spreadOf(rounds)).toEqual({ rounds, ...spread });
  });

  it('keeps the order of the rounds', () => {
    expect(spreadOf([2, 10, 1]).rounds).toEqual([2, 10, 1]);
  });

  it('of none is an error', () => {
    expect(() => spreadOf([])).toThrow(NoRoundsError);
  });
});

describe('the ratio to Redis', () => {
  it('is taken round by round: a slow round slows both', () => {
    const { ratioToRedis } = figureOf([50, 5, 60], [100, 10, 100]);
    expect(ratioToRedis).toEqual({ rounds: [0.5, 0.5, 0.6], median: 0.5, min: 0.5, max: 0.6 });
  });

  it('is unknown where a figure of Redis is 0 or missing', () => {
    expect(figureOf([1, 2], [0, 2]).ratioToRedis).toBeNull();
    expect(figureOf([1, 2], [2]).ratioToRedis).toBeNull();
  });
});

it('a figure is unknown if a round of it is', () => {
  expect(figureIfKnown([1, null], [1, 1])).toBeNull();
  expect(figureIfKnown([1, 3], [1, null])).toMatchObject({ median: 2, ratioToRedis: null });
});
