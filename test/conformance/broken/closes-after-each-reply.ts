// Closes the connection after each reply, as web servers once did.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class ClosesAfterEachReply extends Server {
  override send(client: Client, bytes: string): void {
    client.closing = true;
    super.send(client, bytes);
  }
}

new ClosesAfterEachReply().listen();
