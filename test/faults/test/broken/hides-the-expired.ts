import { Server } from './base.ts';
import { Keyspace } from './keyspace.ts';

/** Says that an expired key is gone, and keeps it. */
class HidesTheExpired extends Keyspace {
  readonly hidden: string[] = [];

  override expire(key: string): void {
    this.hidden.push(this.values.get(key) ?? '');
    super.expire(key);
  }
}

new Server(new HidesTheExpired()).listen();
