import { Redis } from 'ioredis';
import { Mismatch } from './mismatch.ts';
import { type Expected, frame, toBytes } from './resp.ts';
import type { Session } from './session.ts';
import { Wire } from './wire.ts';

/** A real client, ioredis, that says nothing of its own accord; the wire beneath it is listened to. */
export class Client {
  readonly wire: Wire;
  readonly #redis: Redis;

  /** Throws a Mismatch if the connection is refused. */
  static async open(session: Session): Promise<Client> {
    const redis = new Redis({
      ...session.address,
      protocol: 2,
      disableClientInfo: true,
      enableReadyCheck: false,
      lazyConnect: true,
      retryStrategy: () => null,
    });
    let refused = false;
    redis.on('error', (error: NodeJS.ErrnoException) => {
      refused ||= error.code === 'ECONNREFUSED';
    });
    // A server that hangs up at once is seen on the wire, as whatever it does later.
    await redis.connect().catch(() => {});
    if (refused) throw new Mismatch({ text: 'a connection' }, { kind: 'refused' });
    return new Client(redis, new Wire(session, redis.stream));
  }

  constructor(redis: Redis, wire: Wire) {
    this.#redis = redis;
    this.wire = wire;
  }

  /** Sends a request and expects just this reply. */
  async expect(request: string[], reply: Expected): Promise<void> {
    const answered = this.#ask(request);
    await this.wire.receive(toBytes(reply));
    await answered;
  }

  /** Sends a request and expects a reply that is as described; returns its bytes. */
  async expectReply(request: string[], text: string, suits: (reply: string) => boolean): Promise<string> {
    const answered = this.#ask(request);
    const reply = await this.wire.receiveReply(text, suits);
    await answered;
    return reply;
  }

  /** Sends many requests at once, as ioredis does when nobody waits between them; expects these replies. */
  async expectAll(requests: string[][], replies: Expected[]): Promise<void> {
    const answered = Promise.all(requests.map((request) => this.#ask(request)));
    await this.wire.receive(replies.map(toBytes).join(''));
    await answered;
  }

  close(): void {
    this.#redis.disconnect();
  }

  async #ask([name = '', ...args]: string[]): Promise<void> {
    this.wire.note(frame(name, ...args));
    const bytes = args.map((arg) => Buffer.from(arg, 'latin1'));
    // An error is a reply like any other here: it is compared on the wire.
    await this.#redis.callBuffer(name, ...bytes).catch(() => {});
  }
}
