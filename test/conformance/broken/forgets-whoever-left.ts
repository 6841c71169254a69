// Forgets what a client has stored when that client leaves.
import { type Options, Server } from './base.ts';
import type { Client, Reply } from './resp-server.ts';

class ForgetsWhoeverLeft extends Server {
  readonly keysOf = new WeakMap<Client, string[]>();

  override set(key: string, value: string, options: Options): Reply {
    this.keysOf.set(this.client, [...(this.keysOf.get(this.client) ?? []), key]);
    return super.set(key, value, options);
  }

  override left(client: Client): void {
    this.delete(this.keysOf.get(client) ?? []);
    super.left(client);
  }
}

new ForgetsWhoeverLeft().listen();
