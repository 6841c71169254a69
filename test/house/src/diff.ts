import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';

export type Diff = { files: FileChange[]; renames: Rename[] };
/** A file that was changed, created or deleted. A renamed one is deleted here and created there. */
type FileChange = { file: string; added: number; deleted: number };
type Rename = { from: string; to: string };

/** git could not tell what has changed. */
class DiffError extends Error {
  override name = 'DiffError';
}

/** What changes from one folder to another. */
export function diffFolders(before: string, after: string): Diff {
  const inBefore = (path: string) => relative(before, path);
  const inAfter = (path: string) => relative(after, path);
  const changes = git(['--numstat', '--no-renames'], before, after);
  const renames = git(['--name-status', '-M', '--diff-filter=R'], before, after);
  return {
    files: changes.map(({ about, from, to }) => {
      const [added = 0, deleted = 0] = about.split('\t').map(Number);
      return { file: to === '/dev/null' ? inBefore(from) : inAfter(to), added, deleted };
    }),
    renames: renames.map(({ from, to }) => ({ from: inBefore(from), to: inAfter(to) })),
  };
}

/** What git says about each file, and its paths before and after. */
function git(
  options: string[],
  before: string,
  after: string,
): { about: string; from: string; to: string }[] {
  // The user's own settings must not count: another algorithm finds another number of lines.
  const exact = ['--no-index', '--diff-algorithm=myers', '--text', '-z'];
  const args = ['diff', ...exact, ...options, before, after];
  const { status, stdout, stderr, error } = spawnSync('git', args, { encoding: 'utf8' });
  const foundDifferences = status === 1;
  if (status !== 0 && !foundDifferences) {
    throw new DiffError(`expected git diff to end with 0 or 1, got ${status}: ${error?.message ?? stderr}`);
  }
  const files = stdout.matchAll(/([^\0]+)\0([^\0]+)\0([^\0]+)\0/g);
  return Array.from(files, ([, about = '', from = '', to = '']) => ({ about, from, to }));
}
