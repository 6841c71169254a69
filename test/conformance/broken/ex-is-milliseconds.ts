// Takes EX for milliseconds, too.
import { PX, Server } from './base.ts';

class ExIsMilliseconds extends Server {
  constructor() {
    super();
    this.clocks.set('EX', PX);
  }
}

new ExIsMilliseconds().listen();
