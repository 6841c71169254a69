// Keeps what is not whole yet in one place for all clients.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class OneDecoderForAll extends Server {
  rest = '';

  override receive(client: Client, bytes: string): void {
    client.rest = this.rest;
    super.receive(client, bytes);
    this.rest = client.rest;
  }
}

new OneDecoderForAll().listen();
