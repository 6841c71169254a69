// Throws away what is left of a read once it has replied to something.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class ForgetsTheCutRequest extends Server {
  override receive(client: Client, bytes: string): void {
    client.rest += bytes;
    const replies = [...this.replies(client)];
    if (replies.length > 0) client.rest = '';
    this.send(client, replies.join(''));
  }
}

new ForgetsTheCutRequest().listen();
