import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Address } from '@toy-redis/conformance';
import { DifferentialError } from '../errors.ts';

const PATIENCE = 5000;

/**
 * A second connection to a server, which tells when the server has done what it was asked on the first.
 *
 * A server with one thread looks at all sockets that have something to read, then writes all replies. So
 * once it has answered here, it has read what was sent elsewhere before; and once it has answered again,
 * it has written what came of that. This is exact and takes no time to speak of, where a wait for silence
 * would be neither.
 */
export class Control {
  readonly #socket: Socket;
  #settle: ((error?: Error) => void) | undefined;

  /** Throws if nothing accepts the connection. */
  static async open({ host, port }: Address): Promise<Control> {
    const socket = connect({ host, port, noDelay: true });
    await once(socket, 'connect');
    return new Control(socket);
  }

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', () => this.#settle?.());
    for (const event of ['error', 'close']) socket.on(event, () => this.#settle?.(new NoAnswerError('')));
  }

  /**
   * Asks something that has a reply of one line, and waits for it. Throws a NoAnswerError if the
   * connection breaks off or 5 s pass.
   */
  async ask(request: string): Promise<void> {
    if (this.#socket.destroyed) throw new NoAnswerError(request);
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => this.#settle?.(new NoAnswerError(request)), PATIENCE);
      this.#settle = (error) => {
        clearTimeout(timer);
        this.#settle = undefined;
        if (error) reject(error);
        else resolve();
      };
      this.#socket.write(request, 'latin1');
    });
  }

  leave(): void {
    this.#socket.destroy();
  }
}

/** A server is gone, or so busy with one client that it answers no other. */
export class NoAnswerError extends DifferentialError {
  override name = 'NoAnswerError';

  constructor(request: string) {
    super(`expected an answer to ${JSON.stringify(request)} within ${PATIENCE} ms, got none`);
  }
}
