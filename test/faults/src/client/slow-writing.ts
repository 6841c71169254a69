import type { Connection } from './connection.ts';

/** The writers' second is divided, so that they do not write all at the same moment. */
const TURNS = 10;

/** Many clients, each of which writes its request byte by byte, one a second. */
export class SlowWriting {
  readonly #writers: Connection[];
  readonly #request: string;
  readonly #reply: string;
  readonly #written: number[];
  #timer: NodeJS.Timeout | undefined;
  #turn = 0;

  constructor(writers: Connection[], request: string, reply: string) {
    this.#writers = writers;
    this.#request = request;
    this.#reply = reply;
    this.#written = writers.map(() => 0);
  }

  goOn(): void {
    this.#timer = setInterval(() => this.#writeSome(), 1000 / TURNS);
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
  #writeSome(): void {
    const turn = this.#turn++ % TURNS;
    for (const [index, writer] of this.#writers.entries()) {
      const at = this.#written[index] ?? 0;
      if (index % TURNS !== turn || at + 1 >= this.#request.length) continue;
      writer.socket.write(this.#request.charAt(at), 'latin1');
      this.#written[index] = at + 1;
    }
  }
}
