import type { Client, Connection } from './client.ts';
import type { FromServer, ToServer } from './messages.ts';
import { Outlet } from './outlet.ts';

/** The client's end of a connection to the server in the worker. */
export class ClientConnection implements Connection {
  readonly #number: number;
  readonly #client: Client;
  readonly #post: (message: ToServer) => void;
  readonly #outlet: Outlet;
  /** What is known of the server's end. */
  #state: 'open' | 'ended' | 'closed' = 'open';
  #saidAll = false;

  constructor(number: number, client: Client, post: (message: ToServer) => void) {
    this.#number = number;
    this.#client = client;
    this.#post = post;
    this.#outlet = new Outlet((bytes) => post({ kind: 'bytes', client: number, bytes }));
    post({ kind: 'connect', client: number });
  }

  write(bytes: string, taken?: () => void): void {
    if (this.#state !== 'closed' && !this.#saidAll) this.#outlet.send(bytes, taken);
  }

  end(): void {
    if (this.#state === 'closed' || this.#saidAll) return;
    this.#saidAll = true;
    this.#outlet.send('', () => this.#post({ kind: 'end', client: this.#number }));
  }

  reset(): void {
    if (this.#state !== 'closed') this.#post({ kind: 'reset', client: this.#number });
    this.#drop();
  }

  /** The server says something on this connection. */
  hear(message: Extract<FromServer, { client: number }>): void {
    if (this.#state === 'closed') return;
    switch (message.kind) {
      case 'bytes':
        this.#take(message.bytes);
        break;
      case 'taken':
        this.#outlet.take(message.count);
        break;
      case 'end':
        this.#end();
        break;
      case 'refused':
        this.#drop();
        this.#client.onRefused();
        break;
      case 'closed':
        this.close();
    }
  }

  /** The server is not there any more, for this client at least. */
  close(): void {
    if (this.#state === 'closed') return;
    this.#end();
    this.#drop();
    this.#client.onClosed?.();
  }

  #take(bytes: string): void {
    const taken = () => this.#post({ kind: 'taken', client: this.#number, count: bytes.length });
    const done = this.#client.onBytes(bytes);
    if (done === undefined) taken();
    else void done.then(taken);
  }

  #end(): void {
    if (this.#state !== 'open') return;
    this.#state = 'ended';
    this.#client.onEnd();
  }

  #drop(): void {
    this.#state = 'closed';
    this.#outlet.drop();
  }
}
