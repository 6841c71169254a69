import { Buffer } from 'buffer/index.js';
import type { ToServer } from '../server/messages.ts';
import { Outlet } from '../server/outlet.ts';
import { tellPage } from './page.ts';
import { Duplex } from './stream.ts';
import { SystemError } from './system-error.ts';

type Done = (error?: Error | null) => void;
type Chunk = { chunk: Buffer | string; encoding: BufferEncoding };

/** Node reads no more at once. */
const MOST_READ = 64 * 1024;

/** Node's `net.Socket`: the server's end of a connection to a client in the page. */
export class Socket extends Duplex {
  readonly #client: number;
  readonly #outlet: Outlet;
  /** What has come and is not read yet; the client sends no more than a window of it. */
  #arrived = '';
  #over: 'end' | 'reset' | undefined;
  #reads = false;
  #failWrite: Done = () => {};

  constructor(client: number, allowHalfOpen: boolean) {
    super({ allowHalfOpen, decodeStrings: false });
    this.#client = client;
    this.#outlet = new Outlet((bytes) => tellPage({ kind: 'bytes', client, bytes }));
  }

  /** The client does something. */
  hear(message: Exclude<Extract<ToServer, { client: number }>, { kind: 'connect' }>): void {
    switch (message.kind) {
      case 'taken':
        this.#outlet.take(message.count);
        return;
      case 'bytes':
        this.#arrived += message.bytes;
        break;
      case 'reset':
        this.#over = 'reset';
        this.#outlet.drop();
        this.#failWrite(new SystemError('write', 'ECONNRESET'));
        break;
      case 'end':
        this.#over = 'end';
    }
    this.#deliver();
  }

  override _read(): void {
    this.#reads = true;
    this.#deliver();
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: Done): void {
    this.#send(latin1({ chunk, encoding }), done);
  }

  /** What was corked goes out together. */
  override _writev(chunks: Chunk[], done: Done): void {
    this.#send(chunks.map(latin1).join(''), done);
  }

  override _final(done: Done): void {
    this.#outlet.send('', () => {
      tellPage({ kind: 'end', client: this.#client });
      done();
    });
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#outlet.drop();
    tellPage({ kind: 'closed', client: this.#client });
    done(error);
  }

  #send(bytes: string, done: Done): void {
    if (this.#over === 'reset') {
      done(new SystemError('write', 'EPIPE'));
      return;
    }
    this.#failWrite = done;
    this.#outlet.send(bytes, () => {
      this.#failWrite = () => {};
      done();
    });
  }

  /** Gives the stream what it asks for: bytes before the end, both in the order in which they came. */
  #deliver(): void {
    if (!this.#reads) return;
    const bytes = this.#arrived.slice(0, MOST_READ);
    if (bytes !== '') {
      this.#arrived = this.#arrived.slice(bytes.length);
      this.#reads = false;
      tellPage({ kind: 'taken', client: this.#client, count: bytes.length });
      // Whether it wants more it says by another call of `_read`.
      this.push(Buffer.from(bytes, 'latin1'));
    } else if (this.#over === 'end') {
      this.#reads = false;
      this.push(null);
    } else if (this.#over === 'reset') this.destroy(new SystemError('read', 'ECONNRESET'));
  }
}

function latin1({ chunk, encoding }: Chunk): string {
  if (typeof chunk !== 'string') return chunk.toString('latin1');
  return encoding === 'latin1' ? chunk : Buffer.from(chunk, encoding).toString('latin1');
}
