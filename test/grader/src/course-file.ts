import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './errors.ts';
import { readInside } from './grade/copies/read-inside.ts';

/** What a learner says of a server in any language: `course.json`. */
export type CourseFile = {
  name: string;
  /** A line for the shell that is run once before. */
  build?: string;
  /** A line for the shell that starts the server, on the port in `PORT`. */
  start: string;
};

export const COURSE_FILE = 'course.json';
const MOST_BYTES = 64 * 1024;
const EXAMPLE = '{ "name": "ada", "start": "node server.js" }';

/** There is something at its place, but it does not say how to start a server. */
class CourseFileError extends UsageError {
  override name = 'CourseFileError';

  constructor(expected: string, got: string) {
    super(`${COURSE_FILE}: expected ${expected}, got ${got}`);
  }
}

/** Whether there is something of that name in a folder, readable or not. */
export async function hasCourseFile(folder: string): Promise<boolean> {
  return lstat(join(folder, COURSE_FILE)).then(
    () => true,
    () => false,
  );
}

/** Reads `course.json` in a folder. Throws a UsageError of one line if it is not as it should be. */
export async function readCourseFile(folder: string): Promise<CourseFile> {
  const bytes = await readInside(folder, COURSE_FILE, MOST_BYTES);
  if (!bytes)
    throw new CourseFileError(`a file of at most ${MOST_BYTES} bytes`, 'none, a larger one or a link');
  const { name, build, start, ...others } = parse(bytes.toString());
  const [other] = Object.keys(others).filter((key) => key !== '$schema');
  if (other !== undefined)
    throw new CourseFileError('"name", "build" and "start" only', JSON.stringify(other));
  const file = { name: expectLine('name', name), start: expectLine('start', start) };
  return build === undefined ? file : { ...file, build: expectLine('build', build) };
}

/** Whether a text can be one of its lines: it says something, and in one line. */
export function isLine(text: string): boolean {
  return text.trim() !== '' && !/[\n\r\0]/.test(text);
}

/** How a line is put to the shell of the system. */
export function toCommand(line: string): [string, ...string[]] {
  if (process.platform === 'win32') return [process.env.ComSpec ?? 'cmd.exe', '/d', '/s', '/c', line];
  return ['/bin/sh', '-c', line];
}

function parse(text: string): { [key: string]: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // What is no JSON is told of as what is no object.
  }
  throw new CourseFileError(`an object such as ${EXAMPLE}`, JSON.stringify(text.trim().slice(0, 40)));
}

function expectLine(key: string, value: unknown): string {
  if (typeof value === 'string' && isLine(value)) return value;
  throw new CourseFileError(
    `"${key}" to be a line of text, as in ${EXAMPLE}`,
    JSON.stringify(value) ?? 'none',
  );
}
