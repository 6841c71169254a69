import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, vi } from 'vitest';
import { run } from './programs.ts';

/** Otherwise redis-cli keeps what is typed in the user's history, and obeys the user's own settings. */
const LEAVE_HOME_ALONE = { REDISCLI_HISTFILE: '/dev/null', REDISCLI_RCFILE: '/dev/null' };

/** redis-cli in a terminal of its own, as whoever sits in front of it sees it. */
export class Terminal {
  readonly #prompt: string;
  readonly #script: ChildProcess;
  #written = '';

  constructor(port: number, options: string[]) {
    for (const program of ['script', 'redis-cli']) run(program, ['--version']);
    this.#prompt = `127.0.0.1:${port}> `;
    // It asks a terminal of unknown size how wide it is, and would take what is typed for the answer.
    const command = `stty cols 80; exec redis-cli ${options.join(' ')} -p ${port}`;
    this.#script = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      env: { ...process.env, ...LEAVE_HOME_ALONE, TERM: 'xterm' },
    });
    this.#script.stdout?.on('data', (chunk) => (this.#written += chunk));
    onTestFinished(() => void this.#script.kill());
  }

  /** Types a line; what the screen then shows below it, down to the next prompt. */
  async type(line: string): Promise<string> {
    const above = await this.#promptFrom(0);
    this.#script.stdin?.write(`${line}\r`);
    const below = await this.#promptFrom(above + 1);
    return this.#screen()
      .slice(above + 1, below)
      .join('\n');
  }

  /** Types a line that ends the program; its exit code. */
  async leave(line: string): Promise<number | null> {
    await this.#promptFrom(0);
    this.#script.stdin?.write(`${line}\r`);
    const [status] = await once(this.#script, 'close');
    return status;
  }

  /** Waits for a prompt with nothing typed, from a row of the screen on; the row that it is on. */
  async #promptFrom(row: number): Promise<number> {
    const last = () => this.#screen().slice(row).at(-1);
    await vi.waitFor(() => expect(last()).toBe(this.#prompt), { timeout: 3000, interval: 5 });
    return this.#screen().length - 1;
  }

  /** redis-cli draws its row anew, from the left, at every key: what was drawn last is what is seen. */
  #screen(): string[] {
    const rows = stripVTControlCharacters(this.#written).split('\n');
    return rows.map((row) => row.split('\r').findLast((drawn) => drawn !== '') ?? '');
  }
}
