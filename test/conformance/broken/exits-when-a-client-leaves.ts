// Accepts once: when its first client has left, the program is at its end.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class ExitsWhenAClientLeaves extends Server {
  override receive(client: Client, bytes: string): void {
    this.listener.close();
    super.receive(client, bytes);
  }
}

new ExitsWhenAClientLeaves().listen();
