// GET of a key that there is not is an error.
import { Server } from './base.ts';
import { type Reply, refuse } from './resp-server.ts';

class MissingKeyIsError extends Server {
  override get(key: string): Reply {
    return super.get(key) ?? refuse('ERR no such key');
  }
}

new MissingKeyIsError().listen();
