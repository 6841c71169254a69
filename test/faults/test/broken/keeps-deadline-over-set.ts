import { Server } from './base.ts';

/** Keeps a key's deadline when it is overwritten without one. */
class KeepsDeadlineOverSet extends Server {
  override deadlineBySet(key: string, option: string, time: number): number | undefined {
    return super.deadlineBySet(key, option || 'KEEPTTL', time);
  }
}

new KeepsDeadlineOverSet().listen();
