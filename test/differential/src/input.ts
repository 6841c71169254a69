/** What one client does on one connection. Bytes are latin1 strings, one character each. */
export type Input = {
  /** Each is read by the server before the next is sent, so that it is a read of its own. */
  chunks: readonly string[];
  /** What the client does when all is sent. */
  ending: 'waits' | 'half-closes';
};

/** What a client has seen of a server once there is nothing more to come. */
export type Outcome = {
  bytes: string;
  /** A `reset` is a closing that loses what is under way; `gone` is a server that answers nobody any more. */
  state: 'open' | 'closed' | 'reset' | 'gone';
};

/** All that an input sends. */
export function bytesOf({ chunks }: Input): string {
  return chunks.join('');
}
