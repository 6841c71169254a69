// Runs a command with whatever arguments there are.
import { Server } from './base.ts';

class TakesAnyNumberOfArguments extends Server {
  override isWrongArity(): boolean {
    return false;
  }
}

new TakesAnyNumberOfArguments().listen();
