import { type Part, partsOf } from './parts.ts';

/**
 * The part of a source that is meant by a name, or by how the source of a statement begins.
 * Throws a NoPartError, which lists what there is, if there is none or more than one.
 */
export function findPart(file: string, source: string, of: string): Part {
  const parts = partsOf(source);
  const named = parts.filter(({ names }) => names.includes(of));
  const begins = parts.filter(({ text }) => text.startsWith(of));
  const found = named.length > 0 ? named : begins;
  const [part] = found;
  if (part === undefined || found.length > 1) throw new NoPartError(file, of, found.length, parts);
  return part;
}

/** What is asked for is not in the source, or not only once. */
class NoPartError extends Error {
  override name = 'NoPartError';

  constructor(file: string, of: string, found: number, parts: readonly Part[]) {
    const all = parts.map(({ names, text }) => names.join(', ') || `'${firstLine(text)}'`);
    super(
      `${file}: expected one part called '${of}' or that begins so, found ${found}; there are ${all.join(', ')}`,
    );
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
