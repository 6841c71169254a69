import { WrongCaseError } from '../errors.ts';

/** An input that is tried first on every run. */
export type Case = {
  /** A sentence that is true of a sound decoder. */
  title: string;
  /** The name of the target that it is for. */
  target: string;
  chunks: readonly string[];
};

/** Reads a case. Throws a WrongCaseError that names the file, if it is none. */
export function parseCase(json: string, file: string): Case {
  const value: unknown = parse(json);
  if (typeof value !== 'object' || value === null) throw new WrongCaseError(file, 'an object');
  if (!('title' in value) || typeof value.title !== 'string') throw new WrongCaseError(file, 'a title');
  if (!('target' in value) || typeof value.target !== 'string') throw new WrongCaseError(file, 'a target');
  if (!('chunks' in value) || !isListOfBytes(value.chunks)) {
    throw new WrongCaseError(file, 'chunks: strings of characters up to \\u00ff');
  }
  return { title: value.title, target: value.target, chunks: value.chunks };
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
