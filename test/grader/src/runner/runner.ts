import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Check, Mismatch, type Patience, passes, type Result } from '@toy-redis/conformance';
import type { ForkServer } from '../server/server.ts';
import type { Order, Report, Seen } from './protocol.ts';

const PROGRAM = join(import.meta.dirname, 'main.ts');
/** What a server says is kept until it is judged, and a hostile one says gigabytes. */
const HEAP_MB = 512;
/**
 * The process in which checks are put to a server: it holds what the server says, so that nothing the
 * server says can hurt anybody else.
 */
export class Runner {
  readonly #child: ChildProcess;
  readonly #port: number;
  readonly #checkMs: number;
  readonly #reports: AsyncIterator<string>;
  #isOverdue = false;
  #wasEnded = false;

  /** A check that takes longer than `checkMs` is broken off. */
  constructor(server: ForkServer, port: number, checkMs: number) {
    this.#port = port;
    this.#checkMs = checkMs;
    this.#child = server.beside([process.execPath, `--max-old-space-size=${HEAP_MB}`, PROGRAM]);
    const { stdin, stdout, stderr } = this.#child;
    if (!stdin || !stdout || !stderr) throw new NoPipesError();
    // That it has ended is seen where its reports are read.
    stdin.on('error', () => {});
    this.#child.on('error', () => {});
    stderr.resume();
    this.#reports = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  /** Resolves to true as soon as the port answers, or to false when the runner has been ended. */
  async awaitPort(): Promise<boolean> {
    return (await this.#ask({ type: 'await', port: this.#port })) !== undefined;
  }

  /** Puts a check to the server; undefined if that has cost the runner its life. */
  async run(check: Check, patience: Patience): Promise<Result | undefined> {
    const overdue = setTimeout(() => {
      this.#isOverdue = true;
      this.#child.kill('SIGKILL');
    }, this.#checkMs);
    const report = await this.#ask({ type: 'check', port: this.#port, id: check.id, patience });
    clearTimeout(overdue);
    return report?.type === 'check' ? read(check, report) : undefined;
  }

  /** Why there was no result. */
  get lostBecause(): string {
    return this.#isOverdue
      ? `What the server said took no end in ${this.#checkMs / 1000} s.`
      : `The server said more than fits into ${HEAP_MB} MB, where a reply was due.`;
  }

  /** Whether it was we who gave it up. */
  get wasEnded(): boolean {
    return this.#wasEnded;
  }

  end(): void {
    this.#wasEnded = true;
    this.#child.kill('SIGKILL');
  }

  async #ask(order: Order): Promise<Report | undefined> {
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
    const { done, value } = await this.#reports.next();
    return done ? undefined : JSON.parse(value);
  }
}

class NoPipesError extends Error {
  override name = 'NoPipesError';
  override message = 'expected a runner whose input and output are pipes, got one without';
}

function read(check: Check, { verdict, problem, mismatch, transcript, keySuffix, ms }: Seen): Result {
  const result: Result = { check, cell: passes, verdict, problem, transcript, keySuffix, ms };
  return mismatch ? { ...result, mismatch: new Mismatch(mismatch.expected, mismatch.outcome) } : result;
}
