/** One client's connection to a step's server. Bytes are latin1 strings, one character per byte. */
export type Connection = {
  /**
   * Sends bytes; up to 64 KB the server may read at once. `taken` is called when the last of them is on its
   * way, which is when there is room for it. Whoever has said all, or is not connected, sends nothing.
   */
  write(bytes: string, taken?: () => void): void;
  /** Says that there is nothing more to come, and goes on listening: a half-close. */
  end(): void;
  /** Breaks the connection off. Nothing is told of it any more. */
  reset(): void;
};

/** Who is told what happens on a connection. */
export type Client = {
  /** Bytes came. Whoever returns a promise gets no more than 128 KB before it resolves. */
  onBytes(bytes: string): void | Promise<void>;
  /** The server says that there is nothing more to come, or is gone; told once. */
  onEnd(): void;
  /** The server has let go of the connection, after its end: it reads nothing any more. */
  onClosed?(): void;
  /** Nobody listens. */
  onRefused(): void;
};
