// EXPIRE ignores a time that is not positive.
import { type Clock, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class NegativeExpireIgnored extends Server {
  override expire(command: string, clock: Clock, key: string, time: string, words: string[]): Reply {
    return this.integer(time) <= 0n ? 0 : super.expire(command, clock, key, time, words);
  }
}

new NegativeExpireIgnored().listen();
