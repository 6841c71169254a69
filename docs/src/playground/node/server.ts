import { EventEmitter } from './events.ts';
import { listen } from './network.ts';
import { Socket } from './socket.ts';
import { SystemError } from './system-error.ts';

/** As in Node: whether nothing is read from a socket before one asks; whether it may be half open. */
export type ServerOptions = { pauseOnConnect?: boolean; allowHalfOpen?: boolean };

/** Node's `net.Server`. The worker is a machine with one port, and its clients are all in the page. */
export class Server extends EventEmitter {
  readonly #options: ServerOptions;

  constructor(options: ServerOptions) {
    super();
    this.#options = options;
  }

  listen(port: number, host = '::'): this {
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new BadPortError(port);
    const free = listen((client) => this.#accept(client));
    queueMicrotask(() => {
      if (free) this.emit('listening');
      else
        this.emit('error', new SystemError('listen', 'EADDRINUSE', `address already in use ${host}:${port}`));
    });
    return this;
  }

  #accept(client: number): Socket {
    const { pauseOnConnect = false, allowHalfOpen = false } = this.#options;
    const socket = new Socket(client, allowHalfOpen);
    if (pauseOnConnect) socket.pause();
    else socket.read(0);
    this.emit('connection', socket);
    return socket;
  }
}

class BadPortError extends RangeError {
  readonly code = 'ERR_SOCKET_BAD_PORT';

  constructor(port: number) {
    super(`options.port should be >= 0 and < 65536. Received type number (${port}).`);
  }
}
