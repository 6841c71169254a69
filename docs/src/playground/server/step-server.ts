import { browserWorker } from './browser-worker.ts';
import type { Client, Connection } from './client.ts';
import { ClientConnection } from './client-connection.ts';
import type { FromServer, Stream, ToServer } from './messages.ts';
import type { ServerWorker } from './server-worker.ts';

export type { Client, Connection } from './client.ts';

/** Told of each line that the server prints. */
export type OnPrint = (line: string, stream: Stream) => void;

const LISTENS_WITHIN = 15_000;

/** A step's own server, unmodified, in a worker: what the playground's clients connect to. */
export class StepServer {
  readonly #worker: ServerWorker;
  readonly #onPrint: OnPrint;
  readonly #connections = new Map<number, ClientConnection>();
  #clients = 0;
  #runs = true;
  /** Looks whether it listens, or never will; before that nobody is told. */
  #onStarted: (problem?: string) => void = () => {};

  /**
   * Starts the server of a step such as `03`; resolves once it listens.
   * Rejects with a NotListeningError if it exits or takes longer than 15 s.
   */
  static async start(step: string, onPrint: OnPrint, makeWorker = browserWorker): Promise<StepServer> {
    const server = new StepServer(makeWorker(), onPrint);
    const problem = await server.#listening(step);
    if (problem === undefined) return server;
    server.stop();
    throw new NotListeningError(step, problem);
  }

  private constructor(worker: ServerWorker, onPrint: OnPrint) {
    this.#worker = worker;
    this.#onPrint = onPrint;
    worker.onMessage((message) => this.#hear(message));
    worker.onBroken((problem) => {
      onPrint(problem, 'err');
      this.#end(problem);
    });
  }

  /** Connects a client. If nobody listens, it is told so, and the connection is a dead one. */
  connect(client: Client): Connection {
    const number = ++this.#clients;
    const connection = new ClientConnection(number, client, (message) => this.#post(message));
    if (this.#runs) this.#connections.set(number, connection);
    else queueMicrotask(() => connection.hear({ kind: 'refused', client: number }));
    return connection;
  }

  /** Lets so many ms pass at once for the server: its clock moves on, timers that are due fire. */
  skip(ms: number): void {
    this.#post({ kind: 'skip', ms });
  }

  /** Ends the server, as one kills a process: its clients see the end. */
  stop(): void {
    this.#worker.terminate();
    this.#end('it was stopped');
  }

  async #listening(step: string): Promise<string | undefined> {
    const started = new Promise<string | undefined>((resolve) => {
      this.#onStarted = resolve;
    });
    const timer = setTimeout(() => this.#onStarted('nothing was heard for 15 s'), LISTENS_WITHIN);
    this.#post({ kind: 'start', step });
    const problem = await started;
    clearTimeout(timer);
    return problem;
  }

  #post(message: ToServer): void {
    if (this.#runs) this.#worker.post(message);
  }

  #hear(message: FromServer): void {
    if (!this.#runs) return;
    switch (message.kind) {
      case 'listening':
        this.#onStarted();
        break;
      case 'printed':
        this.#onPrint(message.line, message.stream);
        break;
      case 'exited':
        this.#worker.terminate();
        this.#end(`it exited with code ${message.code}`);
        break;
      default:
        this.#connections.get(message.client)?.hear(message);
        if (message.kind === 'closed' || message.kind === 'refused') this.#connections.delete(message.client);
    }
  }

  #end(problem: string): void {
    this.#runs = false;
    this.#onStarted(problem);
    for (const connection of this.#connections.values()) connection.close();
    this.#connections.clear();
  }
}

class NotListeningError extends Error {
  override name = 'NotListeningError';

  constructor(step: string, problem: string) {
    super(`expected the server of step ${step} to listen, but ${problem}`);
  }
}
