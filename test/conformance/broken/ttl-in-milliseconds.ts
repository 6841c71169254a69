// TTL counts milliseconds.
import { type Clock, EX, PX, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class TtlInMilliseconds extends Server {
  override timeLeft(clock: Clock, key: string): Reply {
    return super.timeLeft(clock === EX ? PX : clock, key);
  }
}

new TtlInMilliseconds().listen();
