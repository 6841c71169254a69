import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Address } from '@toy-redis/conformance';

export type Waits = {
  longestWaitMs: number;
  /** The longest that the measuring thread was busy with itself: so much of a wait may be its own. */
  clientPauseMs: number;
};

/**
 * The longest that a PING waits for its reply while something goes on. A thread of its own asks, which
 * has no garbage of this one to collect.
 */
export async function longestWaitWhile(address: Address, goOn: () => Promise<void>): Promise<Waits> {
  const { host, port } = address;
  const worker = new Worker(join(import.meta.dirname, 'ping-worker.ts'), { workerData: { host, port } });
  try {
    await once(worker, 'message');
    await goOn();
    worker.postMessage('over');
    const [waits] = await once(worker, 'message');
    return waits;
  } finally {
    await worker.terminate();
  }
}
