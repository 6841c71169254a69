import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COURSE_FILE, hasCourseFile, readCourseFile } from '../course-file.ts';
import type { Layout } from '../result.ts';
import { readInside } from './copies/read-inside.ts';
import { Ungradable } from './copies/ungradable.ts';

/** The server of a step, or of all of them: a line for the shell, in a folder of the fork. */
export type Server = { folder: string; start: string };

/** What there is to start in a fork, and what to build before. */
export type Plan = {
  /** A line for the shell; null if there is nothing to build. */
  build: string | null;
  /** Whether it finds in our installed packages what it would install. */
  usesOurPackages: boolean;
} & ({ layout: 'server'; server: Server } | { layout: 'steps'; servers: ReadonlyMap<string, Server> });

/** The repository of the course, with what is installed. */
export const COURSE = join(import.meta.dirname, '../../../..');
/** What is installed for the course. */
export const PACKAGES = join(COURSE, 'node_modules');
const LOCKFILE = 'package-lock.json';
const START = 'node src/server.ts';
const INSTALL = 'npm ci --ignore-scripts --no-audit --no-fund';
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Finds out how a fork is laid out: by a `course.json` it is one server in any language, by `steps/` it is
 * this repository. Throws an Ungradable that tells what was looked for.
 */
export async function planFor(fork: string, wanted: Layout | null): Promise<Plan> {
  if (wanted !== 'steps' && (await hasCourseFile(fork))) return planServer(fork);
  const servers = wanted === 'server' ? new Map<string, Server>() : await findServers(fork);
  if (servers.size > 0) {
    const usesOurPackages = await hasOurLockfile(fork);
    return { layout: 'steps', servers, usesOurPackages, build: usesOurPackages ? null : INSTALL };
  }
  const looked = [
    ...(wanted === 'steps' ? [] : [`a file ${COURSE_FILE}`]),
    ...(wanted === 'server' ? [] : ['steps/01-bind/package.json and the like']),
  ];
  throw new Ungradable(`expected ${looked.join(', or ')}, got neither a file nor a folder like that`);
}

async function planServer(fork: string): Promise<Plan> {
  try {
    const { build = null, start } = await readCourseFile(fork);
    return { layout: 'server', build, usesOurPackages: false, server: { folder: '.', start } };
  } catch (error) {
    throw new Ungradable(error instanceof Error ? error.message : String(error));
  }
}

/** The servers of `steps/NN-*` that have a package.json, by the number of the step. */
async function findServers(fork: string): Promise<Map<string, Server>> {
  const names = await readdir(join(fork, 'steps')).catch(() => []);
  const servers = new Map<string, Server>();
  for (const name of names.sort()) {
    const [, number] = /^(\d\d)-[\w.-]+$/.exec(name) ?? [];
    if (number === undefined || servers.has(number)) continue;
    const folder = `steps/${name}`;
    const bytes = await readInside(fork, `${folder}/package.json`, MOST_BYTES);
    if (bytes) servers.set(number, { folder, start: startIn(bytes.toString()) });
  }
  return servers;
}

/** What `npm start` would run; npm itself would take longer to start than the server. */
function startIn(packageJson: string): string {
  try {
    const start: unknown = JSON.parse(packageJson)?.scripts?.start;
    return typeof start === 'string' && start !== '' ? start : START;
  } catch {
    return START;
  }
}

async function hasOurLockfile(fork: string): Promise<boolean> {
  const theirs = await readInside(fork, LOCKFILE, MOST_BYTES);
  return theirs?.equals(await readFile(join(COURSE, LOCKFILE))) === true;
}
