// Makes a keyspace for each connection.
import { type Entry, Server } from './base.ts';
import type { Client } from './resp-server.ts';

class KeyspacePerConnection extends Server {
  readonly keyspaces = new WeakMap<Client, Map<string, Entry>>();

  override reply(client: Client, words: string[]): string {
    this.keys = this.keyspaces.get(client) ?? new Map();
    this.keyspaces.set(client, this.keys);
    return super.reply(client, words);
  }
}

new KeyspacePerConnection().listen();
