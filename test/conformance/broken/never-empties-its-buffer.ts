// Collects what a client sends in a buffer of 1 KB, and never empties it.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class NeverEmptiesItsBuffer extends Server {
  override receive(client: Client, bytes: string): void {
    if (client.socket.bytesRead <= 1024) super.receive(client, bytes);
  }
}

new NeverEmptiesItsBuffer().listen();
