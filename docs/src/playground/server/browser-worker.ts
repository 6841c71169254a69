import type { ServerWorker } from './server-worker.ts';

const NOT_LOADED = 'its script cannot be loaded';

/** A Web Worker of the page, with the playground's server in it. */
export function browserWorker(): ServerWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    // The error of a script that cannot be loaded says nothing.
    onBroken: (listener) => worker.addEventListener('error', ({ message = NOT_LOADED }) => listener(message)),
    terminate: () => worker.terminate(),
  };
}
