// PEXPIRE takes seconds, and EXPIRETIME says milliseconds.
import { type Clock, EX, EXAT, PX, PXAT, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class MixesUpUnits extends Server {
  override expire(command: string, clock: Clock, key: string, time: string, words: string[]): Reply {
    return super.expire(command, clock === PX ? EX : clock, key, time, words);
  }

  override timeLeft(clock: Clock, key: string): Reply {
    return super.timeLeft(clock === EXAT ? PXAT : clock, key);
  }
}

new MixesUpUnits().listen();
