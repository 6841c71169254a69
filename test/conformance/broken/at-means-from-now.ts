// Adds the time of day also to what counts from 1970.
import { type Clock, Server } from './base.ts';

class AtMeansFromNow extends Server {
  override deadline(time: string, clock: Clock, command: string): bigint {
    return super.deadline(time, { ...clock, isRelative: true }, command);
  }
}

new AtMeansFromNow().listen();
