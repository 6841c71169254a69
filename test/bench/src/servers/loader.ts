import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Address } from '@toy-redis/conformance';
import { BenchError } from '../errors.ts';
import { frame, openSocket } from './connection.ts';

const BATCH_BYTES = 128 * 1024;
const OK = '+OK\r\n';

/**
 * Stores `keys` keys, named as redis-benchmark names them, over one connection and many in a write.
 * `options` are those of SET. Throws a LoadError if the server refuses any or hangs up.
 */
export async function loadKeys(
  address: Address,
  keys: number,
  valueBytes: number,
  ...options: string[]
): Promise<void> {
  const socket = await openSocket(address);
  let due = keys * OK.length;
  const stored = new Promise<void>((resolve, reject) => {
    socket.on('data', (chunk) => {
      due -= chunk.length;
      if (chunk.includes('-')) reject(new LoadError(keys, chunk.toString('latin1')));
      else if (due <= 0) resolve();
    });
    socket.on('close', () => reject(new LoadError(keys, 'a closed connection')));
  });
  try {
    const requests = Readable.from(batches(keys, valueBytes, options));
    await Promise.all([stored, pipeline(requests, socket, { end: false })]);
  } finally {
    socket.destroy();
  }
}

class LoadError extends BenchError {
  override name = 'LoadError';

  constructor(keys: number, got: string) {
    super(`expected ${keys} keys to be stored with +OK for each, got ${JSON.stringify(got.slice(0, 200))}`);
  }
}

function* batches(keys: number, valueBytes: number, options: string[]): Generator<string, void> {
  const value = 'x'.repeat(valueBytes);
  let batch = '';
  for (let key = 0; key < keys; key++) {
    batch += frame('SET', `key:${String(key).padStart(12, '0')}`, value, ...options);
    if (batch.length < BATCH_BYTES) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}
