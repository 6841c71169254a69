// Checks the number of arguments for its first commands, and forgets to do so later.
import { Server } from './base.ts';
import type { Command } from './resp-server.ts';

class ChecksArityAtFirst extends Server {
  override isWrongArity(command: Command, words: number): boolean {
    return command !== this.commands.get('set') && super.isWrongArity(command, words);
  }
}

new ChecksArityAtFirst().listen();
