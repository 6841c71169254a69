// PERSIST says 1 to whatever it is asked.
import { Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class PersistAlwaysSays1 extends Server {
  constructor() {
    super();
    this.add('persist', -1, (key) => this.persist(key));
  }

  override persist(key: string): Reply {
    super.persist(key);
    return 1;
  }
}

new PersistAlwaysSays1().listen();
