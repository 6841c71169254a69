// Keeps its commands in an object, which knows some names of its own.
import { Server } from './base.ts';
import type { Command } from './resp-server.ts';

class ObjectAsTable extends Server {
  override lookUp(name: string): Command | undefined {
    const table: Record<string, Command> = Object.fromEntries(this.commands);
    return table[name.toLowerCase()];
  }
}

new ObjectAsTable().listen();
