import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The bytes of a regular file inside a folder; null if there is none, if a part of its path is a link, which
 * may lead anywhere, or if it has more than so many bytes.
 */
export async function readInside(folder: string, path: string, mostBytes: number): Promise<Buffer | null> {
  if (!(await isFileInside(folder, path))) return null;
  const file = await open(join(folder, path), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = await file.stat();
    return size > mostBytes ? null : await file.readFile();
  } finally {
    await file.close();
  }
}

/** Whether a path leads to a regular file inside a folder, and no part of it is a link. */
async function isFileInside(folder: string, path: string): Promise<boolean> {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const found = await lstat(join(folder, ...parts.slice(0, count))).catch(() => null);
    const isRight = count === parts.length ? found?.isFile() : found?.isDirectory();
    if (!isRight) return false;
  }
  return true;
}
