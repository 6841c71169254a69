// Carries CLIENT SETINFO out in silence, as there is nothing to say.
import { Server } from './base.ts';

class SilentOnClientSetinfo extends Server {
  constructor() {
    super();
    this.add('client', -2, () => ({ bytes: '' }));
  }
}

new SilentOnClientSetinfo().listen();
