import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { GraderError } from '../errors.ts';
import type { CourseStep } from '../grading/course.ts';

/** How many lines a step adds to the one before, and deletes from it. */
export type ChangedLines = { added: number; deleted: number };

const ROOT = join(import.meta.dirname, '../../../..');

/**
 * Shows what changes in src/ from one step to another, or from nothing, on our own standard output: on a
 * terminal in colour and in the pager that git finds (GIT_PAGER, core.pager, PAGER, less), else as plain text.
 * Throws a GraderError if git cannot do it.
 */
export function showDifference(from: CourseStep | undefined, to: CourseStep): void {
  const isColoured = process.stdout.isTTY && process.stdout.hasColors();
  const options = [`--color=${isColoured ? 'always' : 'never'}`];
  if (from) gitDiff(options, sourceOf(from), sourceOf(to), 'inherit');
  else withEmptyFolder((empty) => gitDiff(options, empty, sourceOf(to), 'inherit'));
}

/** Counts what changes in src/ from one step to another. Throws a GraderError if git cannot do it. */
export function countChangedLines(from: CourseStep, to: CourseStep): ChangedLines {
  const total = { added: 0, deleted: 0 };
  const numbers = gitDiff(['--numstat'], sourceOf(from), sourceOf(to), 'pipe');
  for (const [, added, deleted] of numbers.matchAll(/^(\d+)\t(\d+)\t/gm)) {
    total.added += Number(added);
    total.deleted += Number(deleted);
  }
  return total;
}

/** What git prints, unless it inherits our standard output. It exits with 1 where there is a difference. */
function gitDiff(options: string[], from: string, to: string, stdout: 'inherit' | 'pipe'): string {
  const { error, status, ...rest } = spawnSync(
    'git',
    ['diff', '--no-index', '--no-ext-diff', ...options, '--', from, to],
    { cwd: ROOT, stdio: ['inherit', stdout, 'pipe'], encoding: 'utf8' },
  );
  if (error) throw new GraderError(`Differences are shown by git, which could not be run: ${error.message}`);
  // Whoever has read enough, as `head` has, ends git by SIGPIPE.
  if (status === null || status <= 1) return rest.stdout ?? '';
  throw new GraderError(`git could not compare ${from} and ${to}: ${rest.stderr.trim()}`);
}

function sourceOf({ folder }: CourseStep): string {
  return relative(ROOT, join(folder, 'src'));
}

/** Git compares folders with folders only. */
function withEmptyFolder(use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'nothing-'));
  try {
    use(folder);
  } finally {
    rmdirSync(folder);
  }
}
