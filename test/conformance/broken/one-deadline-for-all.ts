// Keeps one deadline for all keys, the last that was given: when it is over, all keys go.
import { type Clock, type Deadline, type Entry, type Options, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class OneDeadlineForAll extends Server {
  last: Deadline;

  override find(key: string): Entry | undefined {
    if (this.isExpired({ value: '', deadline: this.last })) {
      this.keys.clear();
      this.last = undefined;
    }
    return this.keys.get(key);
  }

  override set(key: string, value: string, options: Options): Reply {
    const reply = super.set(key, value, options);
    this.last = this.keys.get(key)?.deadline ?? this.last;
    return reply;
  }

  override expire(command: string, clock: Clock, key: string, time: string, words: string[]): Reply {
    const reply = super.expire(command, clock, key, time, words);
    this.last = this.keys.get(key)?.deadline ?? this.last;
    return reply;
  }
}

new OneDeadlineForAll().listen();
