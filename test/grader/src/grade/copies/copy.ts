import { createHash, type Hash } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { Ungradable } from './ungradable.ts';

/** What is installed, and what git keeps, is no work of the learner's. */
const LEFT_OUT = ['node_modules', '.git'];
const MB = 1024 * 1024;
/** What a fork may have at most: far more than anybody writes. */
export const MOST = { files: 50_000, bytes: 500 * MB, depth: 100 };

export type Most = typeof MOST;
type Copy = { from: string; to: string; most: Most; files: number; bytes: number; hash: Hash };

/**
 * Copies a fork's folder and returns a hash of what is in it. Links are copied as links and never followed;
 * what is neither file, folder nor link is left out. Throws an Ungradable if it is too much, or unreadable.
 */
export async function copyFork(from: string, to: string, most: Most): Promise<string> {
  const copy: Copy = { from, to, most, files: 0, bytes: 0, hash: createHash('sha256') };
  try {
    await copyFolder(copy, '', 0);
  } catch (error) {
    if (error instanceof Ungradable || !(error instanceof Error)) throw error;
    throw new Ungradable(`it could not be copied: ${error.message.replaceAll(from, '.')}`);
  }
  return copy.hash.digest('hex');
}

async function copyFolder(copy: Copy, path: string, depth: number): Promise<void> {
  if (depth > copy.most.depth) {
    throw new Ungradable(`expected folders within each other to a depth of ${copy.most.depth}, got more`);
  }
  await mkdir(join(copy.to, path), { recursive: true });
  const names = await readdir(join(copy.from, path));
  for (const name of names.sort()) {
    if (LEFT_OUT.includes(name)) continue;
    copy.files++;
    if (copy.files > copy.most.files)
      throw new Ungradable(`expected at most ${copy.most.files} files, got more`);
    await copyEntry(copy, join(path, name), depth);
  }
}

async function copyEntry(copy: Copy, path: string, depth: number): Promise<void> {
  const found = await lstat(join(copy.from, path));
  if (found.isDirectory()) {
    note(copy, 'folder', path);
    await copyFolder(copy, path, depth + 1);
  } else if (found.isSymbolicLink()) {
    const target = await readlink(join(copy.from, path));
    note(copy, 'link', path, target);
    await symlink(target, join(copy.to, path));
  } else if (found.isFile()) {
    // Without O_NONBLOCK a FIFO that was put there since would hold us for ever.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const file = await open(join(copy.from, path), flags);
    await copyFile(copy, path, file).finally(() => file.close());
  }
}

async function copyFile(copy: Copy, path: string, file: FileHandle): Promise<void> {
  const { size, mode } = await file.stat();
  copy.bytes += size;
  if (copy.bytes > copy.most.bytes) {
    throw new Ungradable(`expected at most ${copy.most.bytes / MB} MB in all files, got more`);
  }
  const isProgram = (mode & 0o111) !== 0;
  note(copy, isProgram ? 'program' : 'file', path, String(size));
  const target = createWriteStream(join(copy.to, path), { flags: 'wx', mode: isProgram ? 0o755 : 0o644 });
  if (size === 0) return finished(target.end());
  const source = file.createReadStream({ autoClose: false, end: size - 1 });
  source.on('data', (chunk) => copy.hash.update(chunk));
  await pipeline(source, target);
}

/** JSON keeps apart what a name with a line break in it would blur. */
function note({ hash }: Copy, ...words: string[]): void {
  hash.update(`${JSON.stringify(words)}\n`);
}
