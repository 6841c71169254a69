// Sets a timer for each time to live. Node’s timers end after 25 days: what is longer fires at once.
import { type Clock, EX, type Options, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class TimerForEachKey extends Server {
  override set(key: string, value: string, options: Options): Reply {
    const reply = super.set(key, value, options);
    this.setTimer(key, options.get('PX'), 1);
    return reply;
  }

  override expire(command: string, clock: Clock, key: string, time: string, words: string[]): Reply {
    const reply = super.expire(command, clock, key, time, words);
    if (clock === EX) this.setTimer(key, time, 1000);
    return reply;
  }

  setTimer(key: string, time: string | undefined, unit: number): void {
    const entry = this.keys.get(key);
    const expire = () => this.keys.get(key) === entry && this.keys.delete(key);
    if (time !== undefined) setTimeout(expire, Number(time) * unit).unref();
  }
}

new TimerForEachKey().listen();
