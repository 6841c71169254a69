// Takes what one read brings for one request, whole, and picks the words out of its lines.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class OneReadOneRequest extends Server {
  override receive(client: Client, bytes: string): void {
    // *2, $4, ECHO, $3, hey: every second line is a word.
    const words = bytes.split('\r\n').filter((_, i) => i > 0 && i % 2 === 0);
    this.send(client, this.reply(client, words));
  }
}

new OneReadOneRequest().listen();
