import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Address } from '@toy-redis/conformance';
import { FaultError } from '../errors.ts';
import { measureUntil, patience } from '../wait.ts';
import { Comparison, UnexpectedBytesError } from './comparison.ts';
import { LongBytes } from './long-bytes.ts';

type Awaited = { comparison: Comparison; resolve: () => void; reject: (error: Error) => void };

/** Whether it reads from the start, and how long a reply may be silent before it is given up. */
export type ConnectionOptions = { reads?: boolean; patienceMs?: number };

/** A connection to a server of which every byte it says is known beforehand. */
export class Connection {
  readonly socket: Socket;
  readonly #patienceMs: number;
  #awaited: Awaited | undefined;
  /** What it said first that it had not to. */
  #surprise: UnexpectedBytesError | undefined;

  /** Throws a FaultError if nothing accepts the connection. */
  static async open(
    { host, port }: Address,
    { reads = true, patienceMs = patience(1) }: ConnectionOptions = {},
  ): Promise<Connection> {
    const connection = new Connection(connect({ host, port, noDelay: true }), patienceMs);
    if (!reads) connection.socket.pause();
    await once(connection.socket, 'connect').catch((error) => {
      throw new FaultError(`expected a connection, got ${error.message}`);
    });
    return connection;
  }

  constructor(socket: Socket, patienceMs: number) {
    this.socket = socket;
    this.#patienceMs = patienceMs;
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

  /** Waits for these bytes and no others. Throws a FaultError if others come, or none for too long. */
  async receive(...expected: LongBytes[]): Promise<void> {
    if (this.#surprise !== undefined) throw this.#surprise;
    if (this.socket.destroyed) throw new FaultError('expected a reply, got a closed connection');
    const comparison = new Comparison(expected);
    const giveUp = () =>
      this.#awaited?.reject(new FaultError(`expected a reply, got none for ${this.#patienceMs} ms`));
    this.socket.setTimeout(this.#patienceMs, giveUp);
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

  /** Waits for the server to end the connection, and says whether it has. */
  async isEnded(): Promise<boolean> {
    const { socket } = this;
    return await measureUntil(() => socket.destroyed || socket.readableEnded, Boolean, this.#patienceMs);
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
    const difference = awaited ? awaited.comparison.take(chunk) : { expected: Buffer.alloc(0), got: chunk };
    if (difference !== undefined) {
      this.#surprise ??= new UnexpectedBytesError(difference);
      awaited?.reject(this.#surprise);
    } else if (awaited?.comparison.isDone) awaited.resolve();
  }
}

/** One byte for each character (latin1). */
export function toBytes(text: string): LongBytes {
  return new LongBytes(Buffer.from(text, 'latin1'));
}

function* chunksOf(runs: LongBytes[]): Generator<Buffer, void> {
  for (const run of runs) yield* run;
}
