import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { conformanceServer, writeCourseFile } from './make.ts';

const HOSTILE = join(import.meta.dirname, 'hostile');
const HOSTILE_TO_SANDBOXES = join(import.meta.dirname, '../hostile');

/** A correct server, once the shell has done something. */
export function correctAfter(line: string) {
  return conformanceServer('correct', `${line.replace(/&$/, '& true')}; exec node correct.ts`);
}

/** One of the programs by which the sandbox itself is tested. */
export function python(program: string, ...words: string[]) {
  return (folder: string) => {
    cpSync(join(HOSTILE_TO_SANDBOXES, `${program}.py`), join(folder, `${program}.py`));
    writeCourseFile(folder, `exec python3 ${program}.py ${words.join(' ')}`);
  };
}

/** A program that may become a correct server, if it gets what it wants. */
export function node(program: string, ...words: string[]) {
  return (folder: string) => {
    const start = `exec node ${program}.ts ${words.length === 0 ? '' : `./correct.ts ${words.join(' ')}`}`;
    conformanceServer('correct', start)(folder);
    cpSync(join(HOSTILE, `${program}.ts`), join(folder, `${program}.ts`));
  };
}

/** All there is to it is how it is built. */
export function buildsWith(build: string) {
  return (folder: string) => writeCourseFile(folder, 'true', build);
}

/** Its course.json leads outside. */
export function linkedCourseFile(folder: string): void {
  symlinkSync('/etc/passwd', join(folder, 'course.json'));
}

/** A correct server among links that lead nowhere good. */
export function circularLinks(folder: string): void {
  conformanceServer('correct')(folder);
  for (const [target, name] of [
    ['b', 'a'],
    ['a', 'b'],
    ['.', 'here'],
    ['/', 'root'],
  ] as const) {
    symlinkSync(target, join(folder, name));
  }
}

/** A correct server among files that one would wait for, for ever. */
export function pipes(folder: string): void {
  conformanceServer('correct')(folder);
  execFileSync(
    'mkfifo',
    ['package.json', 'package-lock.json', 'pipe'].map((name) => join(folder, name)),
  );
}
