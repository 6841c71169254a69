import { RequestDecoder } from '@toy-redis/resp';

/** Has a TypeError where all words of a request are empty: there is no first to reduce from. */
export class ForgetsEmptyWords {
  #inner = new RequestDecoder();

  *decode(chunk: Buffer): Generator<string[], void> {
    for (const words of this.#inner.decode(chunk)) {
      const longest = words.filter((word) => word !== '').reduce((a, b) => (b.length > a.length ? b : a));
      if (longest.length > 0) yield words;
    }
  }
}
