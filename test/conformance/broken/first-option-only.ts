// Looks at the first option of SET only.
import { type Options, Server } from './base.ts';

class FirstOptionOnly extends Server {
  override options(words: string[]): Options {
    const [first = ''] = words;
    return super.options(words.slice(0, this.clocks.has(first.toUpperCase()) ? 2 : 1));
  }
}

new FirstOptionOnly().listen();
