import type { Source } from '../forks/fork.ts';
import type { Most } from './copy.ts';
import { git } from './git.ts';
import { Ungradable } from './ungradable.ts';

const FROM_AFAR = 'https:ssh:git';

type Repository = Extract<Source, { kind: 'repository' }>;

/**
 * Clones what a repository shows into a new folder, and says which commit that is. Nothing of the
 * repository is run: no hook, no filter, no submodule. Throws an Ungradable if it cannot be had, or is too much.
 */
export async function cloneInto(
  folder: string,
  { url, ref, isLocal }: Repository,
  most: Most,
  signal: AbortSignal,
) {
  const branch = ref === null ? [] : ['--branch', ref];
  const shallow = ['--depth', '1', '--single-branch', '--no-tags', '--no-recurse-submodules'];
  await git(['clone', '--quiet', '--no-checkout', '--template=', ...shallow, ...branch, '--', url, folder], {
    signal,
    asInstructor: true,
    transports: isLocal ? 'file' : FROM_AFAR,
  });
  // What is small when packed may be endless when it is not, so its size is asked for first.
  expectModest(await git(['ls-tree', '-r', '-l', '-z', 'HEAD'], { folder, signal }), most);
  await git(['checkout', '--quiet', '--force', 'HEAD'], { folder, signal });
  return commitIn(folder);
}

/** The commit that a folder is at; null if it is no repository of its own. Nothing is run for it. */
export function commitIn(folder: string): Promise<string | null> {
  const words = ['-c', 'safe.directory=*', `--git-dir=${folder}/.git`, 'rev-parse', '--verify', 'HEAD'];
  return git(words).then(
    (commit) => commit.trim(),
    () => null,
  );
}

/** A line of `ls-tree -l` is: mode, kind, hash, size, tab, path. */
function expectModest(tree: string, most: Most): void {
  const sizes = tree.split('\0').map((line) => Number(/^\S+ blob \S+ +(\d+)\t/.exec(line)?.[1] ?? 0));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.length > most.files)
    throw new Ungradable(`expected at most ${most.files} files, got ${sizes.length}`);
  if (bytes > most.bytes)
    throw new Ungradable(`expected at most ${most.bytes} bytes in all files, got ${bytes}`);
}
