import type { Socket } from 'node:net';
import { Server } from './base.ts';

const REST_COMES_WITHIN_MS = 100;
const HOLDS_BACK_MS = 200;

/** Holds replies back while the rest of somebody's request may be on its way, to write all at once. */
class HoldsBackReplies extends Server {
  #restIsDueUntil = 0;

  override split(bytes: string) {
    const found = super.split(bytes);
    if (found.rest !== '') this.#restIsDueUntil = performance.now() + REST_COMES_WITHIN_MS;
    return found;
  }

  override write(socket: Socket, bytes: string): void {
    const waitMs = performance.now() < this.#restIsDueUntil ? HOLDS_BACK_MS : 0;
    if (waitMs === 0) super.write(socket, bytes);
    else setTimeout(() => super.write(socket, bytes), waitMs);
  }
}

new HoldsBackReplies().listen();
