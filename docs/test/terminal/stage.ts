import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from '../../src/course/repository.ts';
import { stepNumbered } from '../../src/course/steps.ts';
import type { Stage } from '../../src/playground/lacks/perform.ts';
import { StepServer } from '../../src/playground/server/step-server.ts';
import { type Dial, Line } from '../../src/playground/terminal/line.ts';
import { chunksOf, RawBytes } from '../../src/playground/terminal/raw-bytes.ts';
import { RedisCli } from '../../src/playground/terminal/redis-cli.ts';
import { nodeWorker } from '../playground/node-worker.ts';

/** A step's own server, as it runs in the page. */
export async function startStep(step: string): Promise<StepServer> {
  const file = join(ROOT, 'steps', stepNumbered(step).name, 'src/server.ts');
  const server = await StepServer.start(step, () => {}, nodeWorker(file));
  onTestFinished(() => server.stop());
  return server;
}

/** A terminal without a screen: what would be on it is in `rows`. */
export class BareTerminal {
  readonly rows: string[] = [];
  readonly cli: RedisCli;
  readonly #raw: RawBytes;
  #entering: Promise<void> | undefined;
  /** How many rows there are when something has come of what was typed last. */
  #answered = 0;

  constructor(dial: Dial) {
    const line = new Line(dial);
    const print = (text: string) => void this.rows.push(...text.split('\n'));
    this.cli = new RedisCli(line, print);
    this.#raw = new RawBytes(line, print);
  }

  get waits(): boolean {
    return this.#entering !== undefined || this.rows.length < this.#answered;
  }

  /** Types a line; does not wait for what comes of it. */
  type(text: string, mode: 'cli' | 'raw' = 'cli'): void {
    this.rows.push((mode === 'cli' ? this.cli.prompt : 'bytes> ') + text);
    this.#answered = this.rows.length + (mode === 'raw' ? 1 : 0);
    if (mode === 'raw') void this.#raw.listen();
    else this.#raw.stop();
    this.#entering = mode === 'raw' ? this.#raw.send(chunksOf(text)) : this.cli.enter(text);
    void this.#entering.then(() => {
      this.#entering = undefined;
    });
  }

  /** Types a line into redis-cli; what it prints. */
  async ask(text: string): Promise<string> {
    const before = this.rows.length;
    await this.cli.enter(text);
    return this.rows.slice(before).join('\n');
  }
}

/** Two terminals at a step, and whatever is said about them. */
export async function bareStage(step: string) {
  const server = await startStep(step);
  const terminals = [1, 2].map(() => new BareTerminal((client) => server.connect(client)));
  const terminal = (number: 1 | 2) =>
    terminals[number - 1] ?? new BareTerminal((client) => server.connect(client));
  const stage: Stage = {
    say: () => {},
    type: async ({ terminal: number, text, mode }) => terminal(number).type(text, mode),
    waits: (number) => terminal(number).waits,
    skip: (ms) => server.skip(ms),
  };
  return { stage, rowsOf: (number: 1 | 2) => terminal(number).rows };
}
