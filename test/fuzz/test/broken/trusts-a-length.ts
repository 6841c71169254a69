import { RequestDecoder } from '@toy-redis/resp';

const PROMISE = /\$(\d{1,9})\r\n$/;
const MOST = 2 ** 26;

/** Makes room for a bulk before it is there. */
export class TrustsALength {
  #inner = new RequestDecoder();
  room: Buffer | undefined;

  *decode(chunk: Buffer): Generator<string[], void> {
    const promised = PROMISE.exec(chunk.toString('latin1'))?.[1];
    if (promised) this.room = Buffer.alloc(Math.min(Number(promised), MOST));
    yield* this.#inner.decode(chunk);
  }
}
