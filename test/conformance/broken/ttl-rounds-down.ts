// TTL cuts off what is less than a second.
import { type Clock, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class TtlRoundsDown extends Server {
  override timeLeft(clock: Clock, key: string): Reply {
    const ms = super.timeLeft({ ...clock, unit: 1n }, key);
    return typeof ms === 'bigint' ? ms / clock.unit : ms;
  }
}

new TtlRoundsDown().listen();
