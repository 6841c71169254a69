import { Server } from './base.ts';
import { Keyspace } from './keyspace.ts';

/** Counts keys up and down, but not down when they expire. */
class CountsTheExpired extends Keyspace {
  #expired = 0;

  override get size(): number {
    return super.size + this.#expired;
  }

  override expire(key: string): void {
    super.expire(key);
    this.#expired++;
  }
}

new Server(new CountsTheExpired()).listen();
