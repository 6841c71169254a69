import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../../src/course/repository.ts';

/** A copy of the course, which may be edited. */
export type Copy = { folder: string; remove: () => void };

/** What the course is made from and shown by. */
const PARTS = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts',
  'docs',
  'steps',
  'shared',
  'test/conformance',
  'test/bench',
];
const LEFT_OUT = ['node_modules', 'dist', '.astro', '.turbo'];

/** Git does not see it, and npm's packages lie above it: Astro takes those for its own only if they do. */
const COPIES = join(ROOT, '.turbo');

/** Copies the course, but no packages; whoever asked for the copy removes it. */
export function copyCourse(): Copy {
  mkdirSync(COPIES, { recursive: true });
  const folder = mkdtempSync(join(COPIES, 'course-'));
  for (const part of PARTS) {
    cpSync(join(ROOT, part), join(folder, part), {
      recursive: true,
      filter: (file) => !LEFT_OUT.includes(basename(file)),
    });
  }
  linkOwnPackages(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Our own packages are those of the copy. */
function linkOwnPackages(folder: string): void {
  const packages = join(folder, 'node_modules');
  mkdirSync(join(packages, '@toy-redis'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules/.package-lock.json'), join(packages, '.package-lock.json'));
  for (const own of ['docs', 'shared/resp', 'shared/dict', 'test/conformance', 'test/bench']) {
    symlinkSync(join(folder, own), join(packages, '@toy-redis', basename(own)));
  }
  for (const step of readdirSync(join(folder, 'steps'))) {
    symlinkSync(join(folder, 'steps', step), join(packages, `step-${step.split('-')[0]}`));
  }
}
