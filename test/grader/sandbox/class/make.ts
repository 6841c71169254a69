import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const COURSE = join(import.meta.dirname, '../../../..');
const BROKEN = join(COURSE, 'test/conformance/broken');

/** A server in any language: what is in a folder of ours, and how to start it. */
export function serverFrom(source: string, start: string, build?: string) {
  return (folder: string) => {
    cpSync(source, folder, { recursive: true });
    writeCourseFile(folder, start, build);
  };
}

/** One of conformance's wrong servers, or its correct one. */
export function conformanceServer(id: string, start = `node ${id}.ts`) {
  return (folder: string) => {
    cpSync(BROKEN, folder, { recursive: true, filter: (path) => !path.includes('stories') });
    writeCourseFile(folder, start);
  };
}

/** This repository, as far as its steps need it. */
export function courseFork(folder: string): void {
  for (const name of ['steps', 'shared', 'package.json', 'package-lock.json', 'tsconfig.base.json']) {
    cpSync(join(COURSE, name), join(folder, name), { recursive: true, filter: isSource });
  }
}

/** A step of this repository as one server for all: its `build` leads to the packages beside it. */
export function stepAsServer(step: string) {
  const build = 'mkdir -p node_modules && ln -s ../shared node_modules/@toy-redis';
  return (folder: string) => {
    courseFork(folder);
    writeCourseFile(folder, `cd steps/${step}* && exec node src/server.ts`, build);
  };
}

export function writeCourseFile(folder: string, start: string, build?: string): void {
  const file = { name: 'made for a test', start, ...(build === undefined ? {} : { build }) };
  writeFileSync(join(folder, 'course.json'), JSON.stringify(file));
}

function isSource(path: string): boolean {
  return !/\/(node_modules|\.turbo)(\/|$)/.test(path.slice(COURSE.length));
}
