// Knows EX and PX, and no other option of SET.
import { type Options, Server } from './base.ts';
import { refuse } from './resp-server.ts';

class KnowsExAndPxOnly extends Server {
  override options(words: string[]): Options {
    const [option = 'PX'] = words;
    return /^[EP]X$/i.test(option) ? super.options(words) : refuse('ERR syntax error');
  }
}

new KnowsExAndPxOnly().listen();
