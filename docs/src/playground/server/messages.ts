/** What the page says to the worker that a server runs in. Bytes are latin1 strings, a character each. */
export type ToServer =
  | { kind: 'start'; step: string }
  | { kind: 'skip'; ms: number }
  | { kind: 'connect'; client: number }
  /** The client breaks the connection off. */
  | { kind: 'reset'; client: number }
  | Said;

/** What the worker says to the page. */
export type FromServer =
  | { kind: 'listening' }
  | { kind: 'printed'; line: string; stream: Stream }
  | { kind: 'exited'; code: number }
  | { kind: 'refused'; client: number }
  /** The server has let go of the connection: what is sent on it is not read any more. */
  | { kind: 'closed'; client: number }
  | Said;

/** Where a line is printed: by `console.log`, or by `console.error`. */
export type Stream = 'out' | 'err';

/** What either end says on a connection. */
type Said =
  | { kind: 'bytes'; client: number; bytes: string }
  /** So many of the other's bytes have been read: as many more may come. */
  | { kind: 'taken'; client: number; count: number }
  /** There is nothing more to come. */
  | { kind: 'end'; client: number };
