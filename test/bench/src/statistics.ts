import type { Figure, Spread } from './results.ts';

/**
 * A server's figure and how it compares with Redis's, round by round: what slows a whole round slows
 * both, and the ratio stays. Throws a NoRoundsError if there are none.
 */
export function figureOf(rounds: number[], redisRounds: number[]): Figure {
  return { ...spreadOf(rounds), ratioToRedis: ratios(rounds, redisRounds) };
}

/** The same of what cannot be measured everywhere: null if any round is unknown. */
export function figureIfKnown(rounds: (number | null)[], redisRounds: (number | null)[]): Figure | null {
  const [own, redis] = [rounds, redisRounds].map((all) => all.filter((figure) => figure !== null));
  if (own?.length !== rounds.length) return null;
  return figureOf(own, redis ?? []);
}

/** Throws a NoRoundsError if there are none. */
export function spreadOf(rounds: number[]): Spread {
  const sorted = rounds.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) throw new NoRoundsError();
  return { rounds, median: median(sorted), min, max };
}

export class NoRoundsError extends Error {
  override name = 'NoRoundsError';

  constructor() {
    super('expected the figures of one round or more, got none');
  }
}

function ratios(rounds: number[], redisRounds: number[]): Spread | null {
  if (redisRounds.length !== rounds.length || redisRounds.includes(0)) return null;
  return spreadOf(rounds.map((figure, round) => figure / (redisRounds[round] ?? NaN)));
}

function median(sorted: number[]): number {
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, figure) => sum + figure, 0) / middle.length;
}
