import { readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const SCRIPT = /\.[mc]?[jt]sx?(?:\?|$)|\.astro\?astro&type=script/;
const FROM_THE_ROOT = /(?<=\s(?:href|src|component-url|renderer-url)=")\/(?!\/)[^"]*/g;

/**
 * Makes the built site work from whatever folder of a server it is put in: what leads to `/…` leads there
 * from where the page is. Astro itself wants to be told the folder before it builds.
 */
export function anySubPath(): AstroIntegration {
  return {
    name: 'any-sub-path',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            // A script inside a page would not know where the site begins; one in a file does.
            build: { assetsInlineLimit: 0 },
            experimental: { renderBuiltUrl: () => ({ relative: true }) },
            plugins: [{ name: 'base-from-here', enforce: 'pre', transform: baseFromHere }],
          },
        });
      },
      'astro:build:done': async ({ dir, pages }) => {
        const site = fileURLToPath(dir);
        await Promise.all(
          pages.map(({ pathname }) => leadFromHere(site, posix.join(pathname, 'index.html'))),
        );
      },
    },
  };
}

/**
 * Scripts of the site lie in one folder of it: the site begins a folder above. That is not written as
 * `new URL('../', …)`, which Vite would take for a file to bring along.
 */
const SITE = "new URL(import.meta.url).pathname.split('/').slice(0, -2).concat('').join('/')";

function baseFromHere(code: string, id: string, options?: { ssr?: boolean | undefined }): string | undefined {
  if (options?.ssr || !SCRIPT.test(id) || !code.includes('import.meta.env.BASE_URL')) return undefined;
  return code.replaceAll('import.meta.env.BASE_URL', SITE);
}

async function leadFromHere(site: string, file: string): Promise<void> {
  const path = join(site, file);
  const up = '../'.repeat(file.split('/').length - 1) || './';
  const html = await readFile(path, 'utf8');
  const relative = html.replace(FROM_THE_ROOT, (link) => up + link.slice(1));
  await writeFile(path, relative);
}
