import type { Connection } from './connection.ts';

/** Many clients, each of which writes its request byte by byte, one a second. */
export class SlowWriting {
  readonly #writers: Connection[];
  readonly #request: string;
  readonly #reply: string;
  readonly #written: number[];
  #timer: NodeJS.Timeout | undefined;
  #next = 0;

  constructor(writers: Connection[], request: string, reply: string) {
    this.#writers = writers;
    this.#request = request;
    this.#reply = reply;
    this.#written = writers.map(() => 0);
  }

  /** They take turns, so that their bytes come one by one; the first comes at once. */
  goOn(): void {
    this.#writeOne();
    this.#timer = setInterval(() => this.#writeOne(), 1000 / this.#writers.length);
  }

  pause(): void {
    clearInterval(this.#timer);
  }

  /** Writes the rest at once; resolves to how many got their reply. Throws a FaultError if one gets another. */
  async finish(): Promise<number> {
    const rest = (index: number) => this.#request.slice(this.#written[index]);
    await Promise.all(this.#writers.map((writer, index) => writer.ask(rest(index), this.#reply)));
    return this.#writers.length;
  }

  /** The last byte is left for the end. */
  #writeOne(): void {
    const index = this.#next++ % this.#writers.length;
    const at = this.#written[index] ?? 0;
    if (at + 1 >= this.#request.length) return;
    this.#writers[index]?.socket.write(this.#request.charAt(at), 'latin1');
    this.#written[index] = at + 1;
  }
}
