// Gives each key that is to expire 100 ms, whatever was asked for.
import { type Deadline, type Entry, type Options, Server } from './base.ts';

class ExpiresAllAt100Ms extends Server {
  override deadlineBySet(options: Options, before?: Entry): Deadline {
    const deadline = super.deadlineBySet(options, before);
    return deadline === undefined ? undefined : BigInt(Date.now() + 100);
  }
}

new ExpiresAllAt100Ms().listen();
