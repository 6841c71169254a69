import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { outsideId } from './options.ts';

/** Where the programs are that make a sandbox. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The package in which Debian has each program that the sandbox takes. */
const packages = new Map([
  ['bwrap', 'bubblewrap'],
  ...['nsenter', 'prlimit', 'choom', 'setpriv'].map((program) => [program, 'util-linux'] as const),
  ...['du', 'chown', 'nice'].map((program) => [program, 'coreutils'] as const),
]);

const OTHERWISE = 'or trust the forks and use --no-sandbox';

/** Says how to install what is missing on `path`; undefined if nothing is. */
export function adviceOn(path: string): string | undefined {
  if (process.platform !== 'linux')
    return `expected Linux for the sandbox, got ${process.platform}: use it, ${OTHERWISE}`;
  const missing = [...packages].find(
    ([program]) => !path.split(':').some((folder) => canRun(join(folder, program))),
  );
  if (missing === undefined) return undefined;
  return `expected ${missing[0]} for the sandbox, found none: apt-get install ${missing[1]}, ${OTHERWISE}`;
}

/** Says what may be wrong if all is installed, and it fails nevertheless. */
export function adviceFor(failure: string): string {
  const who = outsideId === undefined ? 'an ordinary user' : 'root';
  const hint = 'the settings kernel.unprivileged_userns_clone, kernel.apparmor_restrict_unprivileged_userns';
  return `${failure} Does the system, or its container, let ${who} make namespaces (${hint})? See to it, ${OTHERWISE}`;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
