// Knows commands in capitals only.
import { Server } from './base.ts';
import type { Command } from './resp-server.ts';

class UpperCaseNamesOnly extends Server {
  override lookUp(name: string): Command | undefined {
    return name === name.toUpperCase() ? super.lookUp(name) : undefined;
  }
}

new UpperCaseNamesOnly().listen();
