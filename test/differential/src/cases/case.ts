import { DifferentialError } from '../errors.ts';
import type { Input } from '../input.ts';

/** An input that is played first on every run, by a step and those that build on it. */
export type Case = Input & {
  /** A sentence that is true of a server that passes. */
  title: string;
  /** The number of the first step that knows what is asked. */
  from: string;
};

/** Reads a case. Throws a WrongCaseError that names the file, if it is none. */
export function parseCase(json: string, file: string): Case {
  const value: unknown = parse(json);
  if (typeof value !== 'object' || value === null) throw new WrongCaseError(file, 'an object');
  if (!('title' in value) || typeof value.title !== 'string') throw new WrongCaseError(file, 'a title');
  if (!('from' in value) || typeof value.from !== 'string') throw new WrongCaseError(file, 'from: a step');
  if (!('chunks' in value) || !isListOfBytes(value.chunks)) {
    throw new WrongCaseError(file, 'chunks: strings of characters up to \\u00ff');
  }
  const ending = 'ending' in value ? value.ending : 'waits';
  if (ending !== 'waits' && ending !== 'half-closes') {
    throw new WrongCaseError(file, 'ending: waits or half-closes');
  }
  return { title: value.title, from: value.from, chunks: value.chunks, ending };
}

class WrongCaseError extends DifferentialError {
  override name = 'WrongCaseError';

  constructor(file: string, expected: string) {
    super(`expected ${expected} in ${file}`);
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isListOfBytes(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && /^[\0-\xff]*$/.test(each));
}
