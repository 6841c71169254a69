import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DIST = join(import.meta.dirname, '../dist');

/** A page of the built site: its path from where the site begins, such as `steps/01-bind/`, and its HTML. */
export type BuiltPage = { path: string; html: string };

/** All pages that were built, for a reader who begins at the beginning. */
export const pages: BuiltPage[] = globSync('**/index.html', { cwd: DIST })
  .map((file) => ({
    path: file === 'index.html' ? '' : `${dirname(file)}/`,
    html: readFileSync(join(DIST, file), 'utf8'),
  }))
  .toSorted((a, b) => a.path.localeCompare(b.path));

/** The pages of the steps, in their order. */
export const stepPages = pages.filter(({ path }) => path.startsWith('steps/'));
