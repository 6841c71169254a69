// Drops empty words, as splitting a text often does.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class DropsEmptyArguments extends Server {
  override next(client: Client): string[] | undefined {
    return super.next(client)?.filter((word) => word !== '');
  }
}

new DropsEmptyArguments().listen();
