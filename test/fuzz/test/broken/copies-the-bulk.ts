import { RequestDecoder } from '@toy-redis/resp';

const HEAD = /^\*1\r\n\$(\d+)\r\n/;

/** Copies all that has come of a bulk, each time that more of it comes. */
export class CopiesTheBulk {
  #rest: Buffer = Buffer.alloc(0);
  #inner = new RequestDecoder();

  *decode(chunk: Buffer): Generator<string[], void> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const [head = '', length = 0] = HEAD.exec(this.#rest.toString('latin1', 0, 30)) ?? [];
    if (this.#rest.length < head.length + Number(length)) return;
    yield* this.#inner.decode(this.#rest);
    this.#rest = Buffer.alloc(0);
  }
}
