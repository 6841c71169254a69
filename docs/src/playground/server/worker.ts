import { runServer } from './run-server.ts';

const files = import.meta.glob('../../../../steps/*/src/server.ts');
/** How to load each step's server, which is a chunk of its own, by the number of the step. */
const loaders = new Map(Object.entries(files).map(([file, load]) => [numberIn(file), load]));

const server = runServer(load, (message) => postMessage(message));
addEventListener('message', ({ data }) => server.hear(data));
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  server.crash(event.reason);
});
addEventListener('error', (event) => {
  event.preventDefault();
  server.crash(event.error);
});

async function load(step: string): Promise<unknown> {
  const loadServer = loaders.get(step);
  if (loadServer === undefined) throw new NoStepError(step);
  return loadServer();
}

function numberIn(file: string): string {
  return /([^/-]+)-[^/]*\/src\/server\.ts$/.exec(file)?.[1] ?? file;
}

class NoStepError extends Error {
  override name = 'NoStepError';

  constructor(step: string) {
    super(`expected a step, one of ${[...loaders.keys()].join(', ')}, got '${step}'`);
  }
}
