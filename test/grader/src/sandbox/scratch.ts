import { execFile } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GraderError } from '../errors.ts';
import { outsideId, type SandboxOptions } from './options.ts';

/** Makes a fork's folder its own. Throws a GraderError if something is to be seen beyond a symbolic link in it. */
export async function prepare({ folder, readOnly = [] }: SandboxOptions): Promise<void> {
  for (const { inside } of readOnly) expectNoLinkOnTheWay(folder, inside);
  if (outsideId === undefined) return;
  const args = ['--recursive', '--no-dereference', `${outsideId}:${outsideId}`, '--', folder];
  await promisify(execFile)('chown', args);
}

/** The place for it is made from outside, where a link that the fork made would lead elsewhere. */
function expectNoLinkOnTheWay(folder: string, inside: string): void {
  if (!inside.startsWith('/fork/')) return;
  const names = inside.split('/').slice(2);
  names.forEach((_, index) => {
    const path = join(folder, ...names.slice(0, index + 1));
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory()) return;
    throw new GraderError(
      `expected a folder at ${names.slice(0, index + 1).join('/')}, got a file or a link`,
    );
  });
}
