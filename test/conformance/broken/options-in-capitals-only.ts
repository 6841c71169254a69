// Knows the options of SET in capitals only.
import { type Options, Server } from './base.ts';
import { refuse } from './resp-server.ts';

class OptionsInCapitalsOnly extends Server {
  override options(words: string[]): Options {
    const isSmall = words.some((word) => word !== word.toUpperCase());
    return isSmall ? refuse('ERR syntax error') : super.options(words);
  }
}

new OptionsInCapitalsOnly().listen();
