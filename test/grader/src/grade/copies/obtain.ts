import { join } from 'node:path';
import type { Source } from '../forks/fork.ts';
import { cloneInto, commitIn } from './clone.ts';
import { copyFork, MOST, type Most } from './copy.ts';

/** A fork's copy: its commit, null if it is no git repository, and `content`, a hash of all files in it. */
export type Obtained = { folder: string; commit: string | null; content: string };

/** Copies a fork, wherever it is, into a new folder. Throws an Ungradable that says why it cannot. */
export async function obtain(
  source: Source,
  below: string,
  signal: AbortSignal,
  most: Most = MOST,
): Promise<Obtained> {
  const folder = join(below, 'fork');
  if (source.kind === 'folder') {
    const commit = await commitIn(source.path);
    return { folder, commit, content: await copyFork(source.path, folder, most) };
  }
  const clone = join(below, 'clone');
  const commit = await cloneInto(clone, source, most, signal);
  return { folder, commit, content: await copyFork(clone, folder, most) };
}
