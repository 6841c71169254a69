// Splits lines at blanks, also between quotes.
import { Server } from './base.ts';

class KnowsNoQuotes extends Server {
  override words(line: string): string[] {
    return line.split(/\s+/).filter((word) => word !== '');
  }
}

new KnowsNoQuotes().listen();
