import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { drain, toChunks } from '../outcome.ts';
import type { Decoder } from '../target.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Memory that each decoder may hold whatever it was sent, in bytes. */
export const ALWAYS = 2048;
/** One decoder that holds so many bytes more than it may is enough: many may be too much. */
const OBVIOUS = 2 ** 20;
/** Enough decoders to send so many bytes to them all drown what else comes and goes. */
const ALL_BYTES = 2 ** 15;
const MOST_DECODERS = 1000;

/** What a decoder was sent, and what it holds after it; in bytes. */
export type Held = { sent: number; held: number };

/** What is held by a decoder that has been sent some chunks, or those up to the one it refuses. */
export function heldAfter(open: () => Decoder, chunks: () => Iterable<string>): Held {
  const one = measure(open, chunks, 1, memory);
  if (one.held > OBVIOUS + 1000 * one.sent) return one;
  const count = Math.ceil(Math.min(ALL_BYTES / (one.sent + 1), MOST_DECODERS));
  return measure(open, chunks, count, memoryWithoutGarbage);
}

function measure(
  open: () => Decoder,
  chunks: () => Iterable<string>,
  count: number,
  ask: () => number,
): Held {
  const decoders: Decoder[] = [];
  let sent = 0;
  const before = ask();
  for (let i = 0; i < count; i++) {
    const decoder = open();
    decoders.push(decoder);
    sent += drain(decoder, toChunks(chunks()));
  }
  const after = ask();
  return { sent: sent / decoders.length, held: (after - before) / decoders.length };
}

function memoryWithoutGarbage(): number {
  collectGarbage();
  return memory();
}

function memory(): number {
  // `external` includes `arrayBuffers`.
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
