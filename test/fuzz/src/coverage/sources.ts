import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT = /from '(\.[^']*)'/g;

/** A source file and all that it imports by a relative path, itself or through others. */
export function sourcesOf(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const [, path = ''] of readFileSync(entry, 'utf8').matchAll(IMPORT)) {
    sourcesOf(resolve(dirname(entry), path), found);
  }
  return found;
}
