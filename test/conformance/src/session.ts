import { randomBytes } from 'node:crypto';
import { Client } from './client.ts';
import { Transcript } from './transcript.ts';
import { Wire } from './wire.ts';

export type Address = { host: string; port: number };

/** How long to wait for a reply to begin, and for the next byte of one that has begun; both in ms. */
export type Patience = { first: number; next: number };

/** One run of one check: its connections, and what was said on them. */
export class Session {
  readonly address: Address;
  readonly patience: Patience;
  readonly transcript = new Transcript();
  /** What no other run has in its keys. */
  readonly keySuffix = randomBytes(4).toString('hex');
  readonly #wires: Wire[] = [];
  readonly #clients: Client[] = [];

  constructor(address: Address, patience: Patience) {
    this.address = address;
    this.patience = patience;
  }

  /** A bare connection, for a check about bytes or timing. Throws a Mismatch if it is refused. */
  async connect(): Promise<Wire> {
    const wire = await Wire.open(this);
    this.#wires.push(wire);
    return wire;
  }

  /** Many bare connections, all open at once. */
  connectAll(count: number): Promise<Wire[]> {
    return Promise.all(Array.from({ length: count }, () => this.connect()));
  }

  /** A connection with ioredis on it, for a check about commands. */
  async client(): Promise<Client> {
    const client = await Client.open(this);
    this.#wires.push(client.wire);
    this.#clients.push(client);
    return client;
  }

  /** A key that no other run uses, so that a check can be run again on a server that remembers. */
  key(name: string): string {
    return `${name}:${this.keySuffix}`;
  }

  /** Hangs up on all connections but this one; says whether there were any. */
  leaveAllBut(wire: Wire): boolean {
    const others = this.#wires.filter((other) => other !== wire && other.isOpen);
    for (const other of others) other.leave();
    return others.length > 0;
  }

  close(): void {
    for (const client of this.#clients) client.close();
    for (const wire of this.#wires) wire.leave();
  }
}
