import { inspect } from 'node:util';
import { ProtocolError } from '@toy-redis/resp';
import type { Decoder } from './target.ts';

/** What came out of a decoder, and how it ended: `refused` in words of the protocol, `crashed` in others. */
export type Outcome = { decoded: unknown[]; refused?: string; crashed?: string };

/** A chunk with memory of its own, as a socket reads it. */
function toChunk(bytes: string): Buffer {
  const chunk = Buffer.from(new ArrayBuffer(bytes.length));
  chunk.write(bytes, 'latin1');
  return chunk;
}

/** One after the other, so that only those are in memory that somebody keeps. */
export function* toChunks(texts: Iterable<string>): Generator<Buffer, void> {
  for (const text of texts) yield toChunk(text);
}

/** Sends chunks to a decoder until it refuses one. */
export function outcomeOf(decoder: Decoder, chunks: Iterable<string>): Outcome {
  const decoded: unknown[] = [];
  for (const chunk of chunks) {
    const things = decoder.decode(toChunk(chunk))[Symbol.iterator]();
    try {
      for (let next = things.next(); !next.done; next = things.next()) decoded.push(next.value);
    } catch (error) {
      if (!(error instanceof ProtocolError)) return { decoded, crashed: firstLine(error) };
      if (!things.next().done) return { decoded, crashed: 'more after a ProtocolError' };
      return { decoded, refused: error.message };
    }
  }
  return { decoded };
}

/** Sends chunks to a decoder until it refuses one, and keeps nothing. Returns how many bytes it took. */
export function drain(decoder: Decoder, chunks: Iterable<Buffer>): number {
  let bytes = 0;
  try {
    for (const chunk of chunks) {
      bytes += chunk.length;
      for (const _ of decoder.decode(chunk));
    }
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
  }
  return bytes;
}

/** An outcome for a reader, in one line. */
export function describe({ decoded, refused, crashed }: Outcome): string {
  const shown = inspect(decoded, { depth: 10, breakLength: Infinity, maxStringLength: 100 });
  const end = crashed ?? refused;
  return end === undefined ? shown : `${shown}, then ${end}`;
}

function firstLine(error: unknown): string {
  return String(error).split('\n', 1).join('');
}
