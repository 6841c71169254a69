import { Server } from './base.ts';
import { Keyspace } from './keyspace.ts';

const SWEEPS_EVERY_MS = 20;

/** Looks for expired keys from time to time, and not when somebody asks for one. */
class ExpiresByTimerOnly extends Keyspace {
  constructor() {
    super();
    setInterval(() => this.#sweep(), SWEEPS_EVERY_MS);
  }

  override get(key: string): string | undefined {
    return this.values.get(key);
  }

  #sweep(): void {
    for (const key of this.deadlines.keys()) if (this.isExpired(key)) this.delete(key);
  }
}

new Server(new ExpiresByTimerOnly()).listen();
