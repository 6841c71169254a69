// Refuses requests that a person has typed.
import { Server } from './base.ts';
import { refuse } from './resp-server.ts';

class KnowsArraysOnly extends Server {
  override words(line: string): string[] {
    return line === '\r' || line === '' ? [] : refuse("ERR Protocol error: expected '*'");
  }
}

new KnowsArraysOnly().listen();
