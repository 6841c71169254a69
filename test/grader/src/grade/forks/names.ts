import { UsageError } from '../../errors.ts';
import type { Fork, Source } from './fork.ts';
import { nameOf } from './source.ts';

/** A class has many a `toy-redis`: then its owner is part of the name. */
const MOST_PARTS = 2;

/** Names forks by the ends of their addresses. Throws a UsageError if two would be called the same. */
export function named(sources: readonly Source[]): Fork[] {
  for (let parts = 1; parts < MOST_PARTS; parts++) {
    const forks = sources.map((source) => ({ name: nameOf(source, parts), source }));
    if (repeatedName(forks) === undefined) return forks;
  }
  const forks = sources.map((source) => ({ name: nameOf(source, MOST_PARTS), source }));
  const name = repeatedName(forks);
  if (name === undefined) return forks;
  throw new UsageError(
    `expected forks with names of their own, got two called ${name}. Name them in a --roster`,
  );
}

/** The first name that two forks have, or that would give the same file on some system. */
function repeatedName(forks: readonly Fork[]): string | undefined {
  const seen = new Set<string>();
  return forks.find(({ name }) => seen.size === seen.add(name.toLowerCase()).size)?.name;
}
