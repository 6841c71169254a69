// Does not close its side when the client has closed the other.
import { Server } from './base.ts';

class LeavesHalfOpen extends Server {
  override left(): void {}
}

new LeavesHalfOpen().listen();
