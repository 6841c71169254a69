// Guesses what was meant where Redis refuses.
import { type Options, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class Guesses extends Server {
  override words(line: string): string[] {
    try {
      return super.words(line);
    } catch {
      return line.split(' ');
    }
  }

  override ping(words: string[]): Reply {
    return super.ping(words.slice(0, 1));
  }

  override hello([version = '2']: string[]): Reply {
    return super.hello([version === '3' ? '3' : '2']);
  }

  override integer(argument: string): bigint {
    return BigInt(Number.parseInt(argument, 10) || 0);
  }

  override flush(): Reply {
    return super.flush([]);
  }

  override options(words: string[]): Options {
    return new Map(words.map((word, i) => [word.toUpperCase(), words[i + 1] ?? '']));
  }

  override conditions(words: string[]): Set<string> {
    return new Set(words.map((word) => word.toUpperCase()));
  }
}

new Guesses().listen();
