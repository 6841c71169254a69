// Reads as much of a length as looks like a number, and believes it.
import { Server } from './base.ts';
import type { Length } from './resp-server.ts';

class BelievesAnyLength extends Server {
  override length(bytes: string, at: number): Length | undefined {
    const end = bytes.indexOf('\r\n', at);
    const length = Number.parseInt(bytes.slice(at + 1, end), 10) || 0;
    return end === -1 ? undefined : { length, end: end + 2 };
  }
}

new BelievesAnyLength().listen();
