// SET … NX stores also if the key is there.
import { type Entry, type Options, Server } from './base.ts';

class SetNxOverwrites extends Server {
  override stores(options: Options, before?: Entry): boolean {
    return options.has('NX') || super.stores(options, before);
  }
}

new SetNxOverwrites().listen();
