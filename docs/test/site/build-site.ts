import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/course/repository.ts';
import { type Page, readPage } from './page.ts';

const DOCS = join(ROOT, 'docs');
const ASTRO = join(ROOT, 'node_modules/astro/bin/astro.mjs');

/** A built site: what files there are, and its pages. */
export type Site = { files: ReadonlySet<string>; pages: readonly Page[] };

/** Builds the site, with nothing of what others build, and reads it. Throws what Astro says if it cannot. */
export function buildSite(): Site {
  // Astro keeps what it needs in between beside the site, but only within its own folder. What it remembers of
  // pages from the last time may be out of date.
  const besides = join(DOCS, '.astro');
  mkdirSync(besides, { recursive: true });
  const folder = mkdtempSync(join(besides, 'site-'));
  try {
    execFileSync(process.execPath, [ASTRO, 'build', '--force', '--outDir', folder], {
      cwd: DOCS,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return readSite(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readSite(folder: string): Site {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const pages = files.filter((file) => file.endsWith('.html'));
  return {
    files: new Set(files),
    pages: pages.map((file) => readPage(file, readFileSync(join(folder, file), 'utf8'))),
  };
}
