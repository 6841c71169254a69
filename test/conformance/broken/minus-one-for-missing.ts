// TTL says −1 for a key that there is not.
import { type Clock, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class MinusOneForMissing extends Server {
  override timeLeft(clock: Clock, key: string): Reply {
    return this.find(key) ? super.timeLeft(clock, key) : -1;
  }
}

new MinusOneForMissing().listen();
