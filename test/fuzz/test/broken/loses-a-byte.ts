import { RequestDecoder } from '@toy-redis/resp';

const CR = 13;

/** Believes that what follows a chunk with CR at its end is LF, and has been read. */
export class LosesAByte {
  #inner = new RequestDecoder();
  #isCut = false;

  decode(chunk: Buffer): Iterable<string[]> {
    const rest = chunk.subarray(this.#isCut ? 1 : 0);
    this.#isCut = chunk.at(-1) === CR;
    return this.#inner.decode(rest);
  }
}
