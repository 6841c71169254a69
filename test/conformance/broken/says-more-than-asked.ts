// Says PONG once more a little later, to keep the connection alive.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class SaysMoreThanAsked extends Server {
  override reply(client: Client, words: string[]): string {
    if (words[0] === 'PING') setTimeout(() => this.send(client, '+PONG\r\n'), 30);
    return super.reply(client, words);
  }
}

new SaysMoreThanAsked().listen();
