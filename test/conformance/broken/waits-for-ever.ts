// Waits for the end of a line, however long it gets.
import { Server } from './base.ts';

class WaitsForEver extends Server {
  override wait(): undefined {}
}

new WaitsForEver().listen();
