import type { Socket } from 'node:net';
import { Server } from './base.ts';

/** Writes as fast as it is asked, whether anybody reads or not. */
class BuffersAllReplies extends Server {
  override write(socket: Socket, bytes: string): void {
    socket.write(bytes, 'latin1');
  }
}

new BuffersAllReplies().listen();
