// Takes keys, like the names of commands, in any case.
import { type Entry, type Options, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class LowerCasesKeys extends Server {
  override find(key: string): Entry | undefined {
    return super.find(key.toLowerCase());
  }

  override set(key: string, value: string, options: Options): Reply {
    return super.set(key.toLowerCase(), value, options);
  }
}

new LowerCasesKeys().listen();
