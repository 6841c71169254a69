// Keeps the deadline of a key when SET gives it a new value.
import { type Deadline, type Entry, type Options, Server } from './base.ts';

class KeepsTtlOverSet extends Server {
  override deadlineBySet(options: Options, before?: Entry): Deadline {
    return super.deadlineBySet(options, before) ?? before?.deadline;
  }
}

new KeepsTtlOverSet().listen();
