import type { Socket } from 'node:net';
import { Server } from './base.ts';

const ROOM = 30;

/** Has a client wait for ever when there is no room for one more. */
class LeavesClientsWaiting extends Server {
  #inside = 0;

  override welcome(socket: Socket): void {
    if (this.#inside === ROOM) return;
    this.#inside++;
    super.welcome(socket);
    socket.on('close', () => this.#inside--);
  }
}

new LeavesClientsWaiting().listen();
