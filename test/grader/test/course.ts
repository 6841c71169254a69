import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const MAIN = join(import.meta.dirname, '../src/main.ts');

/** Runs `npx course` with these words, in this folder, and says what came of it. */
export async function course(words: string[], cwd = import.meta.dirname, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...words], { cwd, env: { ...process.env, ...env } });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { out, err, code };
}

/** A new folder, which is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'toy-redis-course-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
