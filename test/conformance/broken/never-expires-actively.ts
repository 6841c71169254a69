// Deletes expired keys only when somebody asks for them.
import { Server } from './base.ts';

class NeverExpiresActively extends Server {
  override sweep(): void {}
}

new NeverExpiresActively().listen();
