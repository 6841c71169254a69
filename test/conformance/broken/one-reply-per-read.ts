// Replies once per read: of requests that arrive together, all but the first go unanswered.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class OneReplyPerRead extends Server {
  override receive(client: Client, bytes: string): void {
    client.rest += bytes;
    const [first = ''] = [...this.replies(client)];
    this.send(client, first);
  }
}

new OneReplyPerRead().listen();
