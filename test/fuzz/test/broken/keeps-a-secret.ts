import { RequestDecoder } from '@toy-redis/resp';

/** Does something for one name only, which nobody guesses. */
export class KeepsASecret {
  #inner = new RequestDecoder();

  *decode(chunk: Buffer): Generator<string[], void> {
    for (const words of this.#inner.decode(chunk)) {
      if (words[0] === 'open sesame') yield ['a treasure'];
      yield words;
    }
  }
}
