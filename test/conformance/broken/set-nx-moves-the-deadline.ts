// SET … NX gives the deadline before it finds that it may not store.
import { type Deadline, type Entry, type Options, Server } from './base.ts';

class SetNxMovesTheDeadline extends Server {
  override deadlineBySet(options: Options, before?: Entry): Deadline {
    const deadline = super.deadlineBySet(options, before);
    if (before) before.deadline = deadline;
    return deadline;
  }
}

new SetNxMovesTheDeadline().listen();
