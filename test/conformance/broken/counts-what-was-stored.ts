// DBSIZE counts how often something was stored.
import { type Options, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class CountsWhatWasStored extends Server {
  count = 0;

  override set(key: string, value: string, options: Options): Reply {
    this.count++;
    return super.set(key, value, options);
  }

  override delete(keys: string[]): Reply {
    this.count -= keys.filter((key) => this.find(key)).length;
    return super.delete(keys);
  }

  override flush(modes: string[]): Reply {
    this.count = 0;
    return super.flush(modes);
  }

  override size(): Reply {
    return this.count;
  }
}

new CountsWhatWasStored().listen();
