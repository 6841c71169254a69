import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { ROOT } from '../course/repository.ts';

const { resolve } = createRequire(import.meta.url);

/** What runs in the reader's browser although it is written for Node. */
const IN_THE_PAGE = /^(?:steps|shared|docs\/src\/playground)\//;
const OUR_OWN = new Map([
  ['node:events', 'events.ts'],
  ['node:net', 'net.ts'],
  ['node:stream', 'stream.ts'],
  ['node:stream/promises', 'stream-promises.ts'],
  ['node:util', 'util.ts'],
]);

/** Node's streams as a package mean packages, too, and with them a `process`. */
const STREAMS = /^node_modules\/(?:readable-stream|string_decoder)\//;
const BENEATH_STREAMS = new Map([
  ['process/', standIn('process.ts')],
  ['buffer', resolve('buffer/index.js')],
  ['events', resolve('events/events.js')],
]);

/** The packages beneath the stand-ins, by the names that these have for them. */
const PACKAGES = ['buffer/index.js', 'events/events.js', 'readable-stream/lib/stream.js'];

/**
 * The file that stands in, in the page, for a module of Node's that is imported there; undefined if it is
 * none, or not imported there. Throws a NoStandInError if there is none yet.
 */
export function standInFor(name: string, importer: string): string | undefined {
  const from = relative(ROOT, importer.replace(/\?.*$/, '')).replaceAll('\\', '/');
  if (STREAMS.test(from)) return BENEATH_STREAMS.get(name);
  if (!name.startsWith('node:') || !IN_THE_PAGE.test(from)) return undefined;
  const file = OUR_OWN.get(name);
  if (file === undefined) throw new NoStandInError(name, from);
  return standIn(file);
}

/** Lets the steps run in the page; what runs at build has Node itself. */
export function nodeStandIns(): AstroIntegration {
  const plugin = {
    name: 'node-stand-ins',
    enforce: 'pre' as const,
    applyToEnvironment: ({ config }: { config: { consumer: string } }) => config.consumer === 'client',
    resolveId: (name: string, importer: string | undefined) =>
      importer === undefined ? undefined : standInFor(name, importer)?.replaceAll('\\', '/'),
  };
  const vite = {
    plugins: [plugin],
    worker: { format: 'es' as const, plugins: () => [plugin] },
    // While one writes, packages are bundled ahead, and once: the page is not to reload for them.
    optimizeDeps: { include: PACKAGES, rolldownOptions: { plugins: [plugin] } },
  };
  return {
    name: 'node-stand-ins',
    hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite }) },
  };
}

function standIn(file: string): string {
  return join(ROOT, 'docs/src/playground/node', file);
}

class NoStandInError extends Error {
  override name = 'NoStandInError';

  constructor(name: string, importer: string) {
    super(
      `expected a module that the page has a stand-in for, one of ${[...OUR_OWN.keys()].join(', ')}, ` +
        `got ${name} in ${importer}; write one in docs/src/playground/node`,
    );
  }
}
