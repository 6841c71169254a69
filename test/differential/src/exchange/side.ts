import { setImmediate as turn } from 'node:timers/promises';
import { type RunningServer, type Start, startServer } from '@toy-redis/conformance';
import type { Input } from '../input.ts';
import { Control, NoAnswerError } from './control.ts';
import { Conversation } from './conversation.ts';

const PING = 'PING\r\n';
const FLUSHALL = 'FLUSHALL\r\n';
/** So much, at least, a server reads of a client before it looks at the others. */
const BYTES_PER_READ = 16 * 1024;

/** One of the two servers that are compared: it is asked the same as the other, and starts empty each time. */
export class Side {
  readonly #start: Start;
  #server: RunningServer;
  #control: Control;
  /** What it does to forget all keys; a server that has none to forget answers whatever it likes. */
  reset = FLUSHALL;

  /** Throws a NotStartedError if the server does not listen. */
  static async open(start: Start): Promise<Side> {
    const server = await startServer(start);
    return new Side(start, server, await Control.open(server));
  }

  constructor(start: Start, server: RunningServer, control: Control) {
    this.#start = start;
    this.#server = server;
    this.#control = control;
  }

  get server(): RunningServer {
    return this.#server;
  }

  /** Does on an empty server what the input says. What came of it is the conversation's outcome. */
  async play({ chunks, ending }: Input): Promise<Conversation> {
    const conversation = await Conversation.open(this.#server);
    try {
      await this.#control.ask(this.reset);
      for (const chunk of chunks) {
        // Who writes to a closed connection may lose what has come on it, and learns nothing more.
        if (conversation.outcome.state !== 'open') break;
        conversation.send(chunk);
        await this.#letRead(chunk);
      }
      if (ending === 'half-closes') await this.#halfClose(conversation);
      await this.settle();
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error;
      conversation.lose();
    }
    return conversation;
  }

  /** Waits until all that was asked before is answered. Throws a NoAnswerError if the server is gone. */
  async settle(): Promise<void> {
    for (let round = 0; round < 2; round++) await this.#control.ask(PING);
    await turn();
  }

  /** Starts the server anew, with whatever it has printed lost. */
  async restart(): Promise<void> {
    await this.close();
    this.#server = await startServer(this.#start);
    this.#control = await Control.open(this.#server);
  }

  async close(): Promise<void> {
    this.#control.leave();
    await this.#server.stop();
  }

  /** Redis writes 64 KB at a time, and forgets the rest when the client closes its side: all must have come. */
  async #halfClose(conversation: Conversation): Promise<void> {
    for (let heard = -1; heard < conversation.outcome.bytes.length; await this.settle()) {
      heard = conversation.outcome.bytes.length;
    }
    if (conversation.outcome.state === 'open') conversation.halfClose();
  }

  async #letRead(chunk: string): Promise<void> {
    for (let read = 0; read < chunk.length; read += BYTES_PER_READ) await this.#control.ask(PING);
    await turn();
  }
}
