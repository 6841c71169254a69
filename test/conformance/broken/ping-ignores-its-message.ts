// Says PONG even to a PING with a message.
import { Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class PingIgnoresItsMessage extends Server {
  override ping(): Reply {
    return super.ping([]);
  }
}

new PingIgnoresItsMessage().listen();
