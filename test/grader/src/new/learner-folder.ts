import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { GraderError, UsageError } from '../errors.ts';
import type { CourseStep } from '../grading/course.ts';
import { courseOnGitHub } from './course-on-github.ts';
import { copySource } from './step-source.ts';

/** What a learner begins with. */
export type Beginning = {
  folder: string;
  /** The line for the shell that starts the server. */
  start: string;
  /** The step whose source is there already; undefined if none is. */
  from: CourseStep | undefined;
  /** The step to write next; undefined after the last. */
  next: CourseStep | undefined;
};

/** Where `npx course` is run. */
const COURSE = join(import.meta.dirname, '../../../..');
const TEMPLATES = join(import.meta.dirname, '../../templates/learner');
/** Where each template goes. A file `.gitignore` among the templates would be obeyed here, too. */
const FILES = {
  'README.md': 'README.md',
  gitignore: '.gitignore',
  '.github/workflows/course.yml': '.github/workflows/course.yml',
};

/**
 * Makes a learner's folder. Throws a UsageError if there is something at its place already, and a GraderError
 * if it may not be made there.
 */
export async function makeLearnerFolder(beginning: Beginning): Promise<void> {
  const { folder, start, from } = beginning;
  await expectEmpty(folder);
  await mkdir(folder, { recursive: true }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new GraderError(`${folder} could not be made: ${code}`);
  });
  if (from) await copySource(from, folder);
  await writeNew(
    join(folder, 'course.json'),
    `${JSON.stringify({ name: basename(folder), start }, null, 2)}\n`,
  );
  const words = wordsFor(beginning);
  for (const [template, file] of Object.entries(FILES)) {
    const text = await readFile(join(TEMPLATES, template), 'utf8');
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeNew(
      join(folder, file),
      text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words.get(name) ?? ''),
    );
  }
}

/** A repository that was made a moment ago, and has nothing but its history, is empty enough. */
async function expectEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`expected a new or empty folder, got ${folder}, which is none (${error.code})`);
  });
  const found = entries.filter((entry) => entry !== '.git');
  if (found.length === 0) return;
  throw new UsageError(`expected a new or empty folder, got ${folder}, which has ${listOf(found)}`);
}

function listOf(entries: string[]): string {
  const more = entries.length > 3 ? ` and ${entries.length - 3} more` : '';
  return entries.slice(0, 3).join(', ') + more;
}

function wordsFor({ folder, from, next }: Beginning): Map<string, string> {
  const about = from
    ? `It begins with the course's own step ${from.number}, ${from.title}: read \`src/server.ts\` first.`
    : 'It may be written in any language.';
  const goal = next
    ? `Next is step ${next.number}, ${next.title}: ${next.idea.charAt(0).toLowerCase()}${next.idea.slice(1)}.`
    : 'It passes all the steps there are. Break it, and see what the checks say.';
  return new Map([
    ['name', basename(folder)],
    ['about', about],
    ['folder', relative(COURSE, folder)],
    ['step', (next ?? from)?.number ?? ''],
    ['goal', goal],
    ['course', courseOnGitHub()],
  ]);
}

/** Throws rather than overwrite what has come there in the meantime. */
function writeNew(file: string, text: string): Promise<void> {
  return writeFile(file, text, { flag: 'wx' });
}
