import type { Socket } from 'node:net';
import { Server } from './base.ts';

/** Serves so many clients at a time; the others wait in line. */
export class Pool extends Server {
  readonly #size: number;
  /** All that are connected, in the order in which they came. */
  readonly #sockets: Socket[] = [];

  constructor(size: number) {
    super();
    this.#size = size;
  }

  override serve(socket: Socket): void {
    socket.on('error', (error) => this.lost(error));
    socket.on('close', () => this.#leave(socket));
    this.#sockets.push(socket);
    if (this.#sockets.length <= this.#size) super.serve(socket);
  }

  #leave(socket: Socket): void {
    const at = this.#sockets.indexOf(socket);
    this.#sockets.splice(at, 1);
    const next = this.#sockets[this.#size - 1];
    if (at < this.#size && next) super.serve(next);
  }
}
