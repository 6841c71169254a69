// GET of a key that there is not is the empty string.
import { Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class MissingKeyIsEmpty extends Server {
  override get(key: string): Reply {
    return super.get(key) ?? '';
  }
}

new MissingKeyIsEmpty().listen();
