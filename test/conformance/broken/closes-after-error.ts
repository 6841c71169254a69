// Closes the connection after each error, not only after bytes that make no sense.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class ClosesAfterError extends Server {
  override reply(client: Client, words: string[]): string {
    const reply = super.reply(client, words);
    client.closing ||= reply.startsWith('-');
    return reply;
  }
}

new ClosesAfterError().listen();
