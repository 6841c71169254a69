import { resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { named } from './names.ts';
import { type Roster, readRoster } from './roster.ts';
import { sourceOf } from './source.ts';

/** The forks that are named on the command line, or those of a roster. Throws a UsageError if it is neither, or both. */
export function chooseForks(written: readonly string[], roster: string | undefined, here: string): Roster {
  if (roster !== undefined && written.length > 0) {
    throw new UsageError(`expected forks or a --roster, got both: ${written.join(', ')} and ${roster}`);
  }
  if (roster !== undefined) return readRoster(resolve(here, roster));
  if (written.length === 0) {
    throw new UsageError('expected folders or git repositories to grade, or a --roster, got neither');
  }
  return { forks: named(written.map((each) => sourceOf(each, here))), said: new Map() };
}
