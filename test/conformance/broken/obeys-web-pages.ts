// Has no special word for HTTP: its lines are unknown commands, and what stands below them is carried out.
import { Server } from './base.ts';

class ObeysWebPages extends Server {
  constructor() {
    super();
    for (const name of ['post', 'host:']) this.commands.delete(name);
  }
}

new ObeysWebPages().listen();
