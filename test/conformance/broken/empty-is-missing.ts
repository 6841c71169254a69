// Takes an empty value for none, as it counts as false.
import { Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class EmptyIsMissing extends Server {
  override get(key: string): Reply {
    return super.get(key) || null;
  }
}

new EmptyIsMissing().listen();
