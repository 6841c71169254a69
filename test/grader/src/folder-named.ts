import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './errors.ts';

/** The path of a folder that there is. Throws a UsageError if there is none of that name. */
export async function folderNamed(dir: string): Promise<string> {
  const folder = resolve(dir);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return folder;
  throw new UsageError(`expected a folder, got '${dir}', which is none`);
}
