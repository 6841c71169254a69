import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { GraderError } from '../errors.ts';
import type { CourseStep } from '../grading/course.ts';

/** How many lines a step adds to the one before, and deletes from it. */
export type ChangedLines = { added: number; deleted: number };

const ROOT = join(import.meta.dirname, '../../../..');

/**
 * Shows what changes in src/ from one step to another, on our own standard output: on a terminal in
 * colour and in the pager that git finds (GIT_PAGER, core.pager, PAGER, less), else as plain text.
 * Throws a GraderError if git cannot do it.
 */
export function showDifference(from: CourseStep, to: CourseStep): void {
  const isColoured = process.stdout.isTTY && process.stdout.hasColors();
  gitDiff([`--color=${isColoured ? 'always' : 'never'}`], from, to, 'inherit');
}

/** Counts what changes in src/ from one step to another. Throws a GraderError if git cannot do it. */
export function countChangedLines(from: CourseStep, to: CourseStep): ChangedLines {
  const total = { added: 0, deleted: 0 };
  for (const [, added, deleted] of gitDiff(['--numstat'], from, to, 'pipe').matchAll(/^(\d+)\t(\d+)\t/gm)) {
    total.added += Number(added);
    total.deleted += Number(deleted);
  }
  return total;
}

/** What git prints, unless it inherits our standard output. It exits with 1 where there is a difference. */
function gitDiff(options: string[], from: CourseStep, to: CourseStep, stdout: 'inherit' | 'pipe'): string {
  const folders = [from, to].map(({ folder }) => relative(ROOT, join(folder, 'src')));
  const { error, status, ...rest } = spawnSync(
    'git',
    ['diff', '--no-index', '--no-ext-diff', ...options, '--', ...folders],
    { cwd: ROOT, stdio: ['inherit', stdout, 'pipe'], encoding: 'utf8' },
  );
  if (error) throw new GraderError(`Differences are shown by git, which could not be run: ${error.message}`);
  // Whoever has read enough, as `head` has, ends git by SIGPIPE.
  if (status === null || status <= 1) return rest.stdout ?? '';
  throw new GraderError(`git could not compare ${folders.join(' and ')}: ${rest.stderr.trim()}`);
}
