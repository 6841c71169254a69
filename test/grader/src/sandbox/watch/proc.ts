import { readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import type { Room } from '../options.ts';

/*
 * What the kernel tells of processes, folders and filesystems which may vanish while one looks: what is
 * gone is empty.
 */

/** The sum of all figures that `figure`, which is global, finds in a file. */
export function sumIn(file: string, figure: RegExp): number {
  const text = attempt(() => readFileSync(file, 'latin1')) ?? '';
  return [...text.matchAll(figure)].reduce((sum, match) => sum + Number(match[1]), 0);
}

export function namesIn(folder: string): string[] {
  return attempt(() => readdirSync(folder)) ?? [];
}

/** The filesystem that a path leads to, as a number. */
export function deviceOf(path: string): number | undefined {
  return attempt(() => statSync(path))?.dev;
}

/** How much of a filesystem is in use and is free, in bytes and in files. */
export function spaceOn(folder: string): { used: Room; free: Room } {
  const space = attempt(() => statfsSync(folder));
  if (space === undefined) return { used: { bytes: 0, files: 0 }, free: { bytes: 0, files: 0 } };
  const { bsize, blocks, bfree, files, ffree } = space;
  return {
    used: { bytes: (blocks - bfree) * bsize, files: files - ffree },
    free: { bytes: bfree * bsize, files: ffree },
  };
}

/** The file that a link leads to, if it has been deleted and is there only as long as it is open. */
export function deletedFileAt(link: string): { inode: string; bytes: number } | undefined {
  const file = attempt(() => statSync(link));
  if (file === undefined || !file.isFile() || file.nlink > 0) return undefined;
  return { inode: `${file.dev}:${file.ino}`, bytes: file.blocks * 512 };
}

function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
