// EXPIRE changes what TTL says, but not the timer that SET has set.
import { type Deadline, type Entry, type Options, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class ExpireLeavesTheOldTimer extends Server {
  readonly timers = new WeakMap<Entry, Deadline>();

  override set(key: string, value: string, options: Options): Reply {
    const reply = super.set(key, value, options);
    const entry = this.keys.get(key);
    if (entry) this.timers.set(entry, entry.deadline);
    return reply;
  }

  override isExpired(entry: Entry): boolean {
    return super.isExpired({ ...entry, deadline: this.timers.get(entry) ?? entry.deadline });
  }
}

new ExpireLeavesTheOldTimer().listen();
