import { Worker } from 'node:worker_threads';
import type { ServerWorker } from '../../src/playground/server/server-worker.ts';

/** Makes workers of Node that run the server in a file as the page's worker runs a step. */
export function nodeWorker(file: string): () => ServerWorker {
  return () => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { file } });
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => worker.on('message', listener),
      onBroken: (listener) => worker.on('error', ({ stack = '' }) => listener(stack)),
      terminate: () => void worker.terminate(),
    };
  };
}
