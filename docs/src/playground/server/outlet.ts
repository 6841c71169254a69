/** As much as Node reads at once. */
const PIECE = 64 * 1024;
/** So many bytes may be on their way, as in the buffers of a system's sockets. */
const WINDOW = 64 * 1024;

/** Bytes on their way to the other end of a connection, no faster than they are taken there. */
export class Outlet {
  readonly #post: (bytes: string) => void;
  /** Bytes, and whom to tell that what is before has been sent. */
  #waiting: (string | (() => void))[] = [];
  #untaken = 0;

  constructor(post: (bytes: string) => void) {
    this.#post = post;
  }

  /** Posts bytes when there is room, behind those that wait; `sent` is called when there is room for more. */
  send(bytes: string, sent: () => void = () => {}): void {
    for (let at = 0; at < bytes.length; at += PIECE) this.#waiting.push(bytes.slice(at, at + PIECE));
    this.#waiting.push(sent);
    this.#flush();
  }

  /** The other end has taken so many bytes. */
  take(count: number): void {
    this.#untaken -= count;
    this.#flush();
  }

  /** Forgets what waits. */
  drop(): void {
    this.#waiting = [];
  }

  #flush(): void {
    while (this.#untaken < WINDOW) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      if (typeof next === 'function') next();
      else this.#postPiece(next);
    }
  }

  #postPiece(bytes: string): void {
    this.#untaken += bytes.length;
    this.#post(bytes);
  }
}
