// Has room for one key.
import { type Options, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class OneKeyOnly extends Server {
  override set(key: string, value: string, options: Options): Reply {
    if (!this.find(key)) this.keys.clear();
    return super.set(key, value, options);
  }
}

new OneKeyOnly().listen();
