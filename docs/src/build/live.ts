import { join, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { ROOT } from '../course/repository.ts';

/** What the pages are made from, outside of docs/. */
const SOURCES = ['steps', 'shared', 'test/conformance', 'test/bench/results', 'test/bench/src'].map(
  (folder) => join(ROOT, folder),
);

/** While the course is open, an edit of a step, of a check or of a measurement renders pages anew. */
export function live(): AstroIntegration {
  return {
    name: 'live',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.add(SOURCES);
        server.watcher.on('all', (_event, file) => {
          if (!SOURCES.some((folder) => file.startsWith(folder + sep))) return;
          for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
          server.environments.client.hot.send({ type: 'full-reload' });
        });
      },
    },
  };
}
