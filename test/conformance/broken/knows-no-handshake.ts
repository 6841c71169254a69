// Knows none of the commands that clients begin with.
import { Server } from './base.ts';
import type { Command } from './resp-server.ts';

class KnowsNoHandshake extends Server {
  override lookUp(name: string): Command | undefined {
    return /^(hello|info|select)$/i.test(name) ? undefined : super.lookUp(name);
  }
}

new KnowsNoHandshake().listen();
