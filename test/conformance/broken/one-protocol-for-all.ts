// Keeps the version of RESP for the whole server, not for each connection.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class OneProtocolForAll extends Server {
  protocol: Client['protocol'] = 2;

  override reply(client: Client, words: string[]): string {
    client.protocol = this.protocol;
    const reply = super.reply(client, words);
    this.protocol = client.protocol;
    return reply;
  }
}

new OneProtocolForAll().listen();
