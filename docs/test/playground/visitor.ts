import { expect } from 'vitest';
import type { Client, Connection, StepServer } from '../../src/playground/server/step-server.ts';

/** A client that remembers what it was told. */
export class Visitor implements Client {
  heard = '';
  events: string[] = [];
  readonly connection: Connection;

  constructor(server: StepServer) {
    this.connection = server.connect(this);
  }

  onBytes(bytes: string): void | Promise<void> {
    this.heard += bytes;
  }

  onEnd(): void {
    this.events.push('end');
  }

  onClosed(): void {
    this.events.push('closed');
  }

  onRefused(): void {
    this.events.push('refused');
  }

  /** Sends bytes and expects that these come. */
  async ask(bytes: string, reply: string): Promise<void> {
    this.heard = '';
    this.connection.write(bytes);
    await this.hears(reply);
  }

  async hears(reply: string): Promise<void> {
    await expect.poll(() => this.heard, { timeout: 10_000, interval: 5 }).toBe(reply);
  }

  async sees(...events: string[]): Promise<void> {
    await expect.poll(() => this.events, { timeout: 10_000, interval: 5 }).toEqual(events);
  }
}

/** One that does not get round to what it was sent. */
export class DeafVisitor extends Visitor {
  override async onBytes(bytes: string): Promise<void> {
    this.heard += bytes;
    await new Promise(() => {});
  }

  /** Sends again and again, until so much is sent or nothing more is taken; says how much was taken. */
  async sendUpTo(most: number, bytes: string): Promise<number> {
    for (let sent = 0; sent < most; sent += bytes.length) {
      const taken = await Promise.race([
        new Promise<true>((resolve) => this.connection.write(bytes, () => resolve(true))),
        new Promise<false>((resolve) => setTimeout(resolve, 1000, false)),
      ]);
      if (!taken) return sent;
    }
    return most;
  }
}
