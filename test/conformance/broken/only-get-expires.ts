// Looks at deadlines in GET, and nowhere else.
import { type Entry, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class OnlyGetExpires extends Server {
  override find(key: string): Entry | undefined {
    return this.keys.get(key);
  }

  override get(key: string): Reply {
    super.find(key);
    return super.get(key);
  }
}

new OnlyGetExpires().listen();
