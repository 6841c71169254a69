import { Server } from './base.ts';

/** Makes room for as many arguments as are announced. */
class BelievesPromises extends Server {
  readonly rooms: Buffer[] = [];

  override split(bytes: string) {
    if (/^\*\d{6,}/.test(bytes)) this.rooms.push(Buffer.alloc(8 * 1024 * 1024, 1));
    return super.split(bytes);
  }
}

new BelievesPromises().listen();
