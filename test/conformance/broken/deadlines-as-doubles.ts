// Keeps deadlines as JavaScript keeps numbers: to 53 bits.
import { type Clock, Server } from './base.ts';

class DeadlinesAsDoubles extends Server {
  override deadline(time: string, clock: Clock, command: string): bigint {
    return BigInt(Number(super.deadline(time, clock, command)));
  }
}

new DeadlinesAsDoubles().listen();
