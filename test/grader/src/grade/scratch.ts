import { lstatSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { remove } from './copies/remove.ts';

/** Its owner's process is part of the name, so that whoever comes after a kill can tell. */
const NAME = 'toy-redis-grade-';

/** Makes a folder for copies of forks, and removes those whose owners were killed. */
export async function makeScratch(below: string): Promise<string> {
  const names = await readdir(below);
  const left = names.filter((name) => isLeft(name) && isOurs(join(below, name)));
  // What somebody else has removed in the meantime, or will not have removed, is no matter of ours.
  await Promise.allSettled(left.map((name) => remove(join(below, name))));
  return mkdtemp(join(below, `${NAME}${process.pid}-`));
}

function isLeft(name: string): boolean {
  const [, pid] = name.startsWith(NAME) ? (/^(\d+)-\w+$/.exec(name.slice(NAME.length)) ?? []) : [];
  return pid !== undefined && !isRunning(Number(pid));
}

function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // One that may not be asked is there all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
