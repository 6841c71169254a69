import { tellPage } from './page.ts';

/** Node's `process`, as far as a step needs it. */
const process = {
  env: {} as Record<string, string | undefined>,

  /** Ends the server: the page ends the worker. Here nothing goes on meanwhile, as with Node. */
  exit(code = 0): never {
    tellPage({ kind: 'exited', code });
    throw new ProcessExit(code);
  },

  nextTick<T extends unknown[]>(run: (...args: T) => void, ...args: T): void {
    queueMicrotask(() => run(...args));
  },
};

// The streams, which are CommonJS, ask for it.
export default process;

/** How far `process.exit` unwinds. Nobody is told of it. */
export class ProcessExit extends Error {
  override name = 'ProcessExit';

  constructor(code: number) {
    super(`the server exits with code ${code}`);
  }
}
