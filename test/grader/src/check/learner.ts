import { basename } from 'node:path';
import { hasCourseFile, readCourseFile, toCommand } from '../course-file.ts';
import { UsageError } from '../errors.ts';
import { folderNamed } from '../folder-named.ts';

/** Whose server is checked, and how it is started. */
export type Learner = {
  name: string;
  folder: string;
  build?: string | undefined;
  command: readonly [string, ...string[]];
  /** The command as one writes it. */
  line: string;
};

/**
 * Finds out how the server in a folder is started: by the words given, or as `course.json` says.
 * Throws a UsageError if neither tells, or there is no such folder.
 */
export async function findLearner(dir: string, words: readonly string[]): Promise<Learner> {
  const folder = await folderNamed(dir);
  const file = (await hasCourseFile(folder)) ? await readCourseFile(folder) : undefined;
  const name = file?.name ?? basename(folder);
  const [program, ...args] = words;
  if (program !== undefined)
    return {
      name,
      folder,
      build: file?.build,
      command: [program, ...args],
      line: words.map(quote).join(' '),
    };
  if (file) return { name, folder, build: file.build, command: toCommand(file.start), line: file.start };
  throw new UsageError(
    `expected a course.json in ${folder}, or a command, got neither: npx course check -- node server.js`,
  );
}

/** A word as one would write it for the shell, so that the line can be copied. */
function quote(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
