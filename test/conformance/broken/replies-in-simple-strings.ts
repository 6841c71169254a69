// Writes every string as a simple string.
import { Server } from './base.ts';

class RepliesInSimpleStrings extends Server {
  override bulk(bytes: string): string {
    return `+${bytes}\r\n`;
  }
}

new RepliesInSimpleStrings().listen();
