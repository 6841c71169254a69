// Leaves expiry to a timer that comes by once a minute.
import { type Clock, type Entry, type Options, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class ExpiresOnlyByTimer extends Server {
  override sweepEvery = 60_000;

  override find(key: string): Entry | undefined {
    return this.keys.get(key);
  }

  override sweep(): void {
    for (const key of this.keys.keys()) super.find(key);
  }

  // What is over when it is given goes at once.

  override set(key: string, value: string, options: Options): Reply {
    const reply = super.set(key, value, options);
    super.find(key);
    return reply;
  }

  override expire(command: string, clock: Clock, key: string, time: string, words: string[]): Reply {
    const reply = super.expire(command, clock, key, time, words);
    super.find(key);
    return reply;
  }
}

new ExpiresOnlyByTimer().listen();
