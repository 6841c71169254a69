// Takes the word after any option for milliseconds.
import { type Options, Server } from './base.ts';

class AnyOptionIsPx extends Server {
  override options([, time]: string[]): Options {
    return new Map(time === undefined ? [] : [['PX', time]]);
  }
}

new AnyOptionIsPx().listen();
