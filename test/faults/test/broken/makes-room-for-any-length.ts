import { Server } from './base.ts';

const LARGE = 512 * 1024 * 1024;

/** Takes a byte more than the most there may be, and makes room for it in a string: V8 has none so long. */
class MakesRoomForAnyLength extends Server {
  readonly rooms: string[] = [];

  override split(bytes: string) {
    const length = Number(/\$(\d{9})\r\n$/.exec(bytes)?.[1] ?? 0);
    if (length <= LARGE) return super.split(bytes);
    this.rooms.push('\0'.repeat(length));
    return { requests: [], rest: bytes };
  }
}

new MakesRoomForAnyLength().listen();
