import { DifferentialError } from '../errors.ts';
import type { Input } from '../input.ts';
import type { Recipe } from '../recipe.ts';

/** An input that is played first on every run, by a step and those that build on it. */
export type Case = Input &
  Recipe & {
    /** A sentence that is true of a server that passes. */
    title: string;
    /** The number of the first step that knows what is asked. */
    from: string;
  };

/** Reads a case. Throws a WrongCaseError that names the file, if it is none. */
export function parseCase(json: string, file: string): Case {
  const value: unknown = parse(json);
  if (!isRecord(value)) throw new WrongCaseError(file, 'an object');
  const { title, from, before = [], plays = 1 } = value;
  if (typeof title !== 'string') throw new WrongCaseError(file, 'a title');
  if (typeof from !== 'string') throw new WrongCaseError(file, 'from: a step');
  if (!Array.isArray(before)) throw new WrongCaseError(file, 'before: inputs');
  if (typeof plays !== 'number') throw new WrongCaseError(file, 'plays: a number');
  const input = parseInput(value, file);
  return { title, from, ...input, before: before.map((each) => parseInput(each, file)), plays };
}

function parseInput(value: unknown, file: string): Input {
  if (!isRecord(value) || !isListOfBytes(value.chunks)) {
    throw new WrongCaseError(file, 'chunks: strings of characters up to \\u00ff');
  }
  const { chunks, ending = 'waits' } = value;
  if (ending !== 'waits' && ending !== 'half-closes') {
    throw new WrongCaseError(file, 'ending: waits or half-closes');
  }
  return { chunks, ending };
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isListOfBytes(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && /^[\0-\xff]*$/.test(each));
}
