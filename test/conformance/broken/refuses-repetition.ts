// Refuses an option that is given twice.
import { type Options, Server } from './base.ts';
import { refuse } from './resp-server.ts';

class RefusesRepetition extends Server {
  override options(words: string[]): Options {
    const names = words.filter((word) => /^[a-z]/i.test(word));
    return new Set(names).size < names.length ? refuse('ERR syntax error') : super.options(words);
  }
}

new RefusesRepetition().listen();
