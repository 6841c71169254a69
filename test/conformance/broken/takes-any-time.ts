// Takes a time of any size: zero, negative, or beyond 64 bits.
import { type Clock, Server } from './base.ts';

class TakesAnyTime extends Server {
  override deadline(time: string, clock: Clock): bigint {
    return this.integer(time) * clock.unit + (clock.isRelative ? BigInt(Date.now()) : 0n);
  }
}

new TakesAnyTime().listen();
