// GET replies with a simple string, as PING does.
import { Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class GetSaysASimpleString extends Server {
  override get(key: string): Reply {
    const value = this.find(key)?.value;
    return value === undefined ? null : { bytes: `+${value}\r\n` };
  }
}

new GetSaysASimpleString().listen();
