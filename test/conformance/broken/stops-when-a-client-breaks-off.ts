// Serves in a loop that ends with the first error: when a client breaks off, nobody is served any more.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class StopsWhenAClientBreaksOff extends Server {
  hasStopped = false;

  override lost(): void {
    this.hasStopped = true;
  }

  override receive(client: Client, bytes: string): void {
    if (!this.hasStopped) super.receive(client, bytes);
  }
}

new StopsWhenAClientBreaksOff().listen();
