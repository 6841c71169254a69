// Says PONG, whatever it is asked.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class HardcodedPong extends Server {
  override receive(client: Client): void {
    this.send(client, '+PONG\r\n');
  }
}

new HardcodedPong().listen();
