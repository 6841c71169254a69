import { type RunningServer, runServer, type Start, startServer } from '@toy-redis/conformance';
import { BenchError } from '../errors.ts';

const MOST_OUTPUT = 2000;

export type ServerProcess = ReturnType<typeof runServer>;

type Startable = { start: Start };

/** The servers that this run has started, so that it leaves none behind, however it ends. */
export class Servers {
  readonly #started = new Set<Promise<ServerProcess>>();
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.stopAll());
  }

  /** Starts a server on a free port. Throws a NotStartedError with what it printed, if it does not listen. */
  async start({ start }: Startable): Promise<RunningServer> {
    this.#signal.throwIfAborted();
    const starting = startServer(start);
    this.#started.add(starting);
    return await starting;
  }

  /** Runs a server on a port that is known to be free, and does not wait for anything. */
  run({ start }: Startable, port: number): ServerProcess {
    this.#signal.throwIfAborted();
    const server = runServer(start, port);
    this.#started.add(Promise.resolve(server));
    return server;
  }

  /** Stops all that were started, and those that are being started as soon as they are. */
  async stopAll(): Promise<void> {
    const stopped = Array.from(this.#started, async (starting) => (await starting).stop());
    // One that never started is gone already.
    await Promise.allSettled(stopped);
  }
}

/** A server was gone before it was stopped. */
export class ServerExitedError extends BenchError {
  override name = 'ServerExitedError';

  constructor(server: ServerProcess) {
    const printed = server.output().trim().slice(-MOST_OUTPUT) || 'nothing';
    super(`expected the server to run until it is stopped, but it exited. It printed last:\n${printed}`);
  }
}
