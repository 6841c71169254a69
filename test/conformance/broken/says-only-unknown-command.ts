// Does not say which command it is that it does not know.
import { Server } from './base.ts';
import { type Command, refuse } from './resp-server.ts';

class SaysOnlyUnknownCommand extends Server {
  override unknown(): Command {
    return refuse('ERR unknown command');
  }
}

new SaysOnlyUnknownCommand().listen();
