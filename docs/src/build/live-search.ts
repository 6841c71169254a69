import type { AstroIntegration } from 'astro';
import { indexPages, type SearchFiles } from './search-index.ts';

const SEARCH_BOX = /starlight\/dist\/components\/Search\.astro/;
const FOLDER = '/pagefind/';

/**
 * Lets one search while the course is open for editing, too: the pages are read as they are served, when
 * somebody begins to search. Starlight's search box would say that it works in a built site only.
 */
export function liveSearch(): AstroIntegration {
  return {
    name: 'live-search',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'dev') return;
        updateConfig({
          vite: {
            plugins: [{ name: 'search-box', enforce: 'pre', transform: asIfBuilt }],
            optimizeDeps: { include: ['@astrojs/starlight > @pagefind/default-ui'] },
          },
        });
      },
      'astro:server:setup': ({ server, logger }) => {
        let files: Promise<SearchFiles> | undefined;
        server.watcher.on('all', () => {
          files = undefined;
        });
        server.middlewares.use(async ({ url = '', headers }, response, next) => {
          const { pathname } = new URL(url, 'http://localhost');
          if (!pathname.startsWith(FOLDER)) return next();
          files ??= indexPages(`http://${headers.host}`);
          try {
            const file = (await files).get(pathname.slice(FOLDER.length));
            response.writeHead(file ? 200 : 404, { 'content-type': typeOf(pathname) }).end(file);
          } catch (error) {
            files = undefined;
            logger.warn(`Search does not work now: ${error}`);
            response.writeHead(503).end();
          }
        });
      },
    },
  };
}

function asIfBuilt(code: string, id: string): string | undefined {
  return SEARCH_BOX.test(id) ? code.replaceAll('import.meta.env.DEV', 'false') : undefined;
}

function typeOf(pathname: string): string {
  if (pathname.endsWith('.js')) return 'text/javascript';
  if (pathname.endsWith('.json')) return 'application/json';
  return pathname.endsWith('.css') ? 'text/css' : 'application/octet-stream';
}
