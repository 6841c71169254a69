// Says nothing to a command that it does not know.
import { Server } from './base.ts';
import type { Command } from './resp-server.ts';

class SilentOnUnknownCommands extends Server {
  override unknown(): Command {
    return { arity: -1, run: () => ({ bytes: '' }) };
  }
}

new SilentOnUnknownCommands().listen();
