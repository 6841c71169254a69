import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Address } from '@toy-redis/conformance';
import { FaultError } from '../errors.ts';
import { measureUntil } from '../wait.ts';
import { Comparison, LongBytes } from './long-bytes.ts';

/** How long a reply may be silent before it is given up, in ms: generous, as a machine may be busy. */
const PATIENCE = 20_000;
const MOST_QUOTED = 100;

type Awaited = { comparison: Comparison; resolve: () => void; reject: (error: Error) => void };

/** A connection to a server of which every byte it says is known beforehand. */
export class Connection {
  readonly socket: Socket;
  #awaited: Awaited | undefined;
  #surplus = '';

  /** Throws a FaultError if nothing accepts the connection. */
  static async open({ host, port }: Address, { reads = true } = {}): Promise<Connection> {
    const connection = new Connection(connect({ host, port, noDelay: true }));
    if (!reads) connection.socket.pause();
    const failed = once(connection.socket, 'close').then(() => {
      throw new FaultError('expected a connection, got none');
    });
    await Promise.race([once(connection.socket, 'connect'), failed]);
    failed.catch(() => {});
    return connection;
  }

  constructor(socket: Socket) {
    this.socket = socket;
    // What goes wrong is seen by whoever waits for a reply: the socket closes.
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('close', () =>
      this.#awaited?.reject(new FaultError('expected a reply, got a closed connection')),
    );
  }

  /** Whether neither side has ended it. */
  get isOpen(): boolean {
    return this.socket.writable && !this.socket.destroyed;
  }

  /** Sends bytes, one character each (latin1), and waits for these. Throws a FaultError if others come. */
  async ask(request: string, reply: string): Promise<void> {
    const replied = this.receive(toBytes(reply));
    this.socket.write(request, 'latin1');
    await replied;
  }

  /** Sends as fast as the server takes it. Rejects if the server hangs up. */
  async send(...bytes: LongBytes[]): Promise<void> {
    await pipeline(Readable.from(chunksOf(bytes)), this.socket, { end: false });
  }

  /** Waits for these bytes and no others. Throws a FaultError if others come, or none for 20 s. */
  async receive(...expected: LongBytes[]): Promise<void> {
    if (this.#surplus !== '') throw new UnexpectedBytesError(this.#surplus);
    if (this.socket.destroyed) throw new FaultError('expected a reply, got a closed connection');
    const comparison = new Comparison(expected);
    const giveUp = () =>
      this.#awaited?.reject(new FaultError(`expected a reply, got none for ${PATIENCE} ms`));
    this.socket.setTimeout(PATIENCE, giveUp);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#awaited = { comparison, resolve, reject };
        this.socket.resume();
      });
    } finally {
      this.#awaited = undefined;
      this.socket.setTimeout(0, giveUp);
    }
  }

  /** Waits for the server to end the connection; says whether it does within so long, in ms. */
  async isEnded(within = PATIENCE): Promise<boolean> {
    const { socket } = this;
    return await measureUntil(() => socket.destroyed || socket.readableEnded, Boolean, within);
  }

  /** Breaks off at once: the server sees a reset. */
  reset(): void {
    this.socket.resetAndDestroy();
  }

  leave(): void {
    this.socket.destroy();
  }

  #take(chunk: Buffer): void {
    const awaited = this.#awaited;
    if (awaited?.comparison.take(chunk)) {
      if (awaited.comparison.isDone) awaited.resolve();
      return;
    }
    this.#surplus += chunk.toString('latin1', 0, MOST_QUOTED);
    awaited?.reject(new UnexpectedBytesError(this.#surplus));
  }
}

/** The server said something else than it had to. */
export class UnexpectedBytesError extends FaultError {
  override name = 'UnexpectedBytesError';

  constructor(got: string) {
    super(`expected the right reply, got ${JSON.stringify(got.slice(0, MOST_QUOTED))}`);
  }
}

/** One byte for each character (latin1). */
export function toBytes(text: string): LongBytes {
  return new LongBytes(Buffer.from(text, 'latin1'));
}

function* chunksOf(runs: LongBytes[]): Generator<Buffer, void> {
  for (const run of runs) yield* run;
}
