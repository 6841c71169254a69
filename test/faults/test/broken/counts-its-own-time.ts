import { Server } from './base.ts';
import { Keyspace } from './keyspace.ts';

const TICK_MS = 20;

/** Has a clock of its own, which stands still as long as its timer does. */
class CountsItsOwnTime extends Keyspace {
  #now = Date.now();

  constructor() {
    super();
    setInterval(() => (this.#now += TICK_MS), TICK_MS);
  }

  override now(): number {
    return this.#now;
  }
}

new Server(new CountsItsOwnTime()).listen();
