// Waits for one more chunk when a request is cut, and no longer: one in three chunks is never answered.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class WaitsForOneMoreChunk extends Server {
  readonly chunksOf = new WeakMap<Client, number>();

  override receive(client: Client, bytes: string): void {
    const chunks = (this.chunksOf.get(client) ?? 0) + 1;
    if (chunks > 2) return;
    super.receive(client, bytes);
    this.chunksOf.set(client, client.rest === '' ? 0 : chunks);
  }
}

new WaitsForOneMoreChunk().listen();
