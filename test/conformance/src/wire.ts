import { connect, type Socket } from 'node:net';
import { excerpt } from './bytes.ts';
import type { Outcome } from './check.ts';
import { type Expectation, Mismatch } from './mismatch.ts';
import { endOfReply } from './resp.ts';
import type { Session } from './session.ts';

/** No check asks for so many bytes. Who says more is not listened to, lest it fills our memory. */
const MOST_HEARD = 8 * 1024 * 1024;

/** A bare connection to the server: bytes out, bytes in, one character per byte (latin1). */
export class Wire {
  readonly #session: Session;
  readonly #socket: Socket;
  readonly #number: number;
  #received = '';
  #ended = false;
  /** Looks again whether what is waited for has come. */
  #look: () => void = () => {};

  static async open(session: Session): Promise<Wire> {
    const socket = connect({ ...session.address, noDelay: true, allowHalfOpen: true });
    const failed = await new Promise<boolean>((settle) => {
      socket.once('connect', () => settle(false));
      socket.once('error', () => settle(true));
    });
    if (failed) throw new Mismatch({ text: 'a connection' }, { kind: 'refused' });
    return new Wire(session, socket);
  }

  constructor(session: Session, socket: Socket) {
    this.#session = session;
    this.#socket = socket;
    this.#number = session.transcript.open();
    if (socket.destroyed || socket.readableEnded) this.#end();
    socket.on('data', (chunk) => this.#take(chunk.toString('latin1')));
    for (const event of ['end', 'error', 'close']) socket.on(event, () => this.#end());
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  /** Sends bytes; resolves when the system has taken them. */
  async send(bytes: string): Promise<void> {
    this.note(bytes);
    await new Promise<void>((sent) => this.#socket.write(bytes, 'latin1', () => sent()));
  }

  /** Writes bytes into the transcript that somebody else sends on this connection. */
  note(bytes: string): void {
    this.#session.transcript.sent(this.#number, bytes);
  }

  /** Sends bytes that have a reply, and expects just this one. */
  async expect(bytes: string, reply: string): Promise<void> {
    await this.send(bytes);
    await this.receive(reply);
  }

  /** Expects just these bytes next. */
  async receive(bytes: string): Promise<void> {
    await this.#until(() => this.#received.length >= bytes.length || !bytes.startsWith(this.#received));
    if (!this.#received.startsWith(bytes)) await this.#fail({ text: excerpt(bytes), bytes });
    this.#received = this.#received.slice(bytes.length);
  }

  /** Expects a whole reply next that is as described, and returns its bytes. */
  async receiveReply(text: string, suits: (reply: string) => boolean): Promise<string> {
    await this.#until(() => endOfReply(this.#received) !== undefined);
    const reply = this.#received.slice(0, endOfReply(this.#received) ?? 0);
    if (reply === '' || !suits(reply)) await this.#fail({ text });
    this.#received = this.#received.slice(reply.length);
    return reply;
  }

  /** Expects that for so long (ms) nothing comes and the connection stays open. */
  async expectSilence(ms: number): Promise<void> {
    await this.#until(() => this.#received !== '', { first: ms, next: ms });
    if (this.#received !== '' || this.#ended) await this.#fail({ text: `nothing at all for ${ms} ms` });
  }

  /** Expects that the server ends the connection, and that nothing comes before. */
  async expectClosed(): Promise<void> {
    await this.#until(() => this.#received !== '');
    if (this.#received !== '' || !this.#ended)
      await this.#fail({ text: 'that the server closes the connection' });
  }

  /** Says that there is nothing more to come, but goes on listening: a half-close. */
  end(): void {
    this.#session.transcript.happened(this.#number, 'the client closes its side');
    this.#socket.end();
  }

  /** Breaks the connection off with a reset. */
  reset(): void {
    this.#session.transcript.happened(this.#number, 'the client resets the connection');
    this.#socket.resetAndDestroy();
  }

  leave(): void {
    if (!this.#ended) this.#session.transcript.happened(this.#number, 'the client leaves');
    this.#ended = true;
    this.#socket.destroy();
  }

  /** Sends again and again, reading nothing, until the server takes no more or `most` bytes are sent. */
  async sendWithoutReading(bytes: string, most: number): Promise<number> {
    this.#socket.pause();
    let sent = 0;
    for (; sent < most; sent += bytes.length) {
      if (this.#socket.write(bytes, 'latin1')) continue;
      const taken = await new Promise<boolean>((settle) => {
        this.#socket.once('drain', () => settle(true));
        setTimeout(() => settle(false), this.#session.patience.next / 10);
      });
      if (!taken) break;
    }
    this.#session.transcript.happened(this.#number, `the client sends ${sent} bytes and reads nothing`);
    return sent;
  }

  #take(bytes: string): void {
    this.#session.transcript.received(this.#number, bytes);
    this.#received += bytes;
    if (this.#received.length > MOST_HEARD) this.#socket.pause();
    this.#look();
  }

  #end(): void {
    if (!this.#ended) this.#session.transcript.happened(this.#number, 'the server closed the connection');
    this.#ended = true;
    this.#look();
  }

  /** Waits until that is so, or the connection has ended, or patience is at an end. */
  async #until(isSo: () => boolean, patience = this.#session.patience): Promise<void> {
    if (isSo() || this.#ended) return;
    await new Promise<void>((resolve) => {
      const giveUp = () => {
        clearTimeout(timer);
        this.#look = () => {};
        resolve();
      };
      let timer = setTimeout(giveUp, patience.first);
      this.#look = () => {
        if (isSo() || this.#ended) return giveUp();
        clearTimeout(timer);
        timer = setTimeout(giveUp, patience.next);
      };
    });
  }

  async #fail(expected: Expectation): Promise<never> {
    throw new Mismatch(expected, await this.#outcome());
  }

  async #outcome(): Promise<Outcome> {
    if (this.#received !== '') {
      // The story is clearer with the reply whole.
      await this.#until(() => endOfReply(this.#received) !== undefined, { first: 100, next: 100 });
      return { kind: 'says', bytes: this.#received };
    }
    if (this.#ended) return { kind: 'closed' };
    if (!this.#session.leaveAllBut(this)) return { kind: 'silent' };
    await this.#until(() => this.#received !== '', { first: 2000, next: 2000 });
    return { kind: this.#received === '' ? 'silent' : 'waits' };
  }
}
