import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { COURSE_FILE, hasCourseFile, readCourseFile } from '../course-file.ts';

/** The file that a learner is likely to have open: the first that `start` or `build` names. */
export async function mainFile(folder: string): Promise<string> {
  if (!(await hasCourseFile(folder))) return COURSE_FILE;
  const { start, build = '' } = await readCourseFile(folder);
  // What is built is no source, although it may lie there by now.
  for (const word of `${build} ${start}`.split(/\s+/)) {
    if (/\.\w+$/.test(word) && (await isFile(join(folder, word)))) return word;
  }
  return COURSE_FILE;
}

function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
