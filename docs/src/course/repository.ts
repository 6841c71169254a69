import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that everything is in. It is looked for from where npm runs, since the built site's own code
 * lies somewhere else.
 */
export const ROOT = rootAbove(process.cwd());

function rootAbove(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'steps')) && existsSync(join(folder, 'shared'))) return folder;
    if (folder === dirname(folder)) throw new NoRepositoryError(start);
  }
}

class NoRepositoryError extends Error {
  override name = 'NoRepositoryError';

  constructor(start: string) {
    super(`expected steps/ and shared/ in a folder above ${start}, found none`);
  }
}
