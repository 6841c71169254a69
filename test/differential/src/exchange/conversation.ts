import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Address } from '@toy-redis/conformance';
import type { Outcome } from '../input.ts';

/** From when to when something went on, in ms since 1970. */
export type Span = { from: number; to: number };

/** One connection to a server: bytes out, bytes in, one character per byte (latin1). */
export class Conversation {
  readonly #socket: Socket;
  readonly #began = Date.now();
  #lastHeard = this.#began;
  #received = '';
  #state: Outcome['state'] = 'open';

  /** A server that does not accept the connection is gone from the beginning. */
  static async open({ host, port }: Address): Promise<Conversation> {
    const conversation = new Conversation(connect({ host, port, noDelay: true, allowHalfOpen: true }));
    await once(conversation.#socket, 'connect').catch(() => conversation.lose());
    return conversation;
  }

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      this.#received += chunk;
      this.#lastHeard = Date.now();
    });
    for (const event of ['end', 'close']) socket.on(event, () => this.#close('closed'));
    // ECONNRESET for who reads, EPIPE for who writes.
    socket.on('error', () => this.#close('reset'));
  }

  get outcome(): Outcome {
    return { bytes: this.#received, state: this.#state };
  }

  /** When the server has looked at the clock, if it has: before what it said last. */
  get span(): Span {
    return { from: this.#began, to: this.#lastHeard };
  }

  send(bytes: string): void {
    this.#socket.write(bytes, 'latin1');
  }

  /** Says that there is nothing more to come, but goes on listening. */
  halfClose(): void {
    this.#socket.end();
  }

  /** Notes that the server is not there any more, for whatever reason the connection has ended. */
  lose(): void {
    this.#state = 'gone';
  }

  leave(): void {
    this.#socket.destroy();
  }

  #close(how: 'closed' | 'reset'): void {
    if (this.#state === 'open') this.#state = how;
  }
}
