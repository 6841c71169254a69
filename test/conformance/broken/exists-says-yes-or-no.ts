// EXISTS says whether there is one, not how many there are.
import { Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class ExistsSaysYesOrNo extends Server {
  override exists(keys: string[]): Reply {
    return keys.some((key) => this.find(key)) ? 1 : 0;
  }
}

new ExistsSaysYesOrNo().listen();
