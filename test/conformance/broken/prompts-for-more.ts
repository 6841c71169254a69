// Prompts for the next request, as a shell does. To a client the prompt is the next reply.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class PromptsForMore extends Server {
  override send(client: Client, bytes: string): void {
    super.send(client, `${bytes}> `);
  }
}

new PromptsForMore().listen();
