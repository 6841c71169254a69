// Says OK where it should say how many.
import { Server } from './base.ts';
import { OK, type Reply } from './resp-server.ts';

class OkForNumbers extends Server {
  override delete(keys: string[]): Reply {
    super.delete(keys);
    return OK;
  }

  override expire(...request: Parameters<Server['expire']>): Reply {
    super.expire(...request);
    return OK;
  }
}

new OkForNumbers().listen();
