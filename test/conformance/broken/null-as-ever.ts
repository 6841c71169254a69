// Says null as in RESP2, whatever was agreed on.
import { Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class NullAsEver extends Server {
  override encode(reply: Reply): string {
    return super.encode(reply, 2);
  }
}

new NullAsEver().listen();
