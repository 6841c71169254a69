import type { Client, Connection } from '../server/client.ts';

/** Connects a client to the server that is running. */
export type Dial = (client: Client) => Connection;

/** How it stands with a connection: `ended` by the server, which may still read; `closed`, and it reads nothing. */
export type State = 'none' | 'open' | 'ended' | 'closed' | 'refused';

/** A terminal's connection to the server, which may be made anew, and the bytes that came on it. */
export class Line {
  readonly #dial: Dial;
  #connection: Connection | undefined;
  /** Which of its connections this is: what happens on those before it is of no interest. */
  #number = 0;
  #tell: () => void = () => {};
  /** What came and has not been read. */
  received = '';
  /** Whether anything came at all. */
  heard = false;
  state: State = 'none';

  constructor(dial: Dial) {
    this.#dial = dial;
  }

  /** Connects, and forgets what came before. */
  connect(): void {
    this.hangUp();
    this.received = '';
    this.heard = false;
    this.state = 'open';
    const number = this.#number;
    const on = (happen: () => void) => () => this.#happen(number, happen);
    this.#connection = this.#dial({
      onBytes: (bytes) => this.#happen(number, () => this.#hear(bytes)),
      onEnd: on(() => (this.state = 'ended')),
      onClosed: on(() => (this.state = 'closed')),
      onRefused: on(() => (this.state = 'refused')),
    });
  }

  write(bytes: string): void {
    this.#connection?.write(bytes);
  }

  /** Leaves, as a program does that ends. */
  hangUp(): void {
    this.#connection?.end();
    this.#connection = undefined;
    this.#number++;
    this.state = 'none';
    this.#tell();
  }

  /** Waits until something happens on the connection. */
  news(): Promise<void> {
    return new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  #hear(bytes: string): void {
    this.received += bytes;
    this.heard = true;
  }

  #happen(number: number, happen: () => void): void {
    if (number !== this.#number) return;
    happen();
    this.#tell();
  }
}
