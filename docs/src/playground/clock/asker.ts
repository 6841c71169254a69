import { label } from '../../wire/label.ts';
import type { Connection } from '../server/client.ts';
import type { Dial } from '../terminal/line.ts';
import { requestBytes } from '../terminal/request-bytes.ts';

/** A client that asks for integers, and gets them in the order in which it asked. */
export class Asker {
  readonly #connection: Connection;
  readonly #asked: ((integer: number) => void)[] = [];
  #received = '';

  constructor(dial: Dial) {
    const ended = () => {};
    this.#connection = dial({ onBytes: (bytes) => this.#hear(bytes), onEnd: ended, onRefused: ended });
  }

  /** The integer that the server replies; NaN if it is none. */
  ask(words: readonly string[]): Promise<number> {
    return new Promise((resolve) => {
      this.#asked.push(resolve);
      this.#connection.write(requestBytes(words));
    });
  }

  #hear(bytes: string): void {
    this.#received += bytes;
    const frames = label(this.#received, 'server').filter(({ fate }) => fate.is === 'complete');
    for (const { start, end } of frames)
      this.#asked.shift()?.(Number(this.#received.slice(start + 1, end - 2)));
    this.#received = this.#received.slice(frames.at(-1)?.end ?? 0);
  }
}
