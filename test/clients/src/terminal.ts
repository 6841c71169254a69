import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { expect, vi } from 'vitest';
import { run } from './programs.ts';

/** redis-cli would keep what is typed in the user's history, and read the user's own settings. */
const environment = { ...process.env, TERM: 'xterm', REDISCLI_HISTFILE: '/dev/null', REDISCLI_RCFILE: '/dev/null' };

/** redis-cli in a terminal of its own, as the person sees it who sits in front of it. */
export class Terminal {
  readonly #prompt: string;
  readonly #program;
  #written = '';

  constructor(port: number, options: string[]) {
    run('redis-cli', ['--version']);
    this.#prompt = `127.0.0.1:${port}> `;
    // redis-cli asks a terminal without a size for its size, and takes what is typed for the answer.
    const command = `stty cols 80 rows 24; exec redis-cli -p ${port} ${options.join(' ')}`;
    this.#program = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      env: environment,
    });
    this.#program.stdout.on('data', (chunk) => (this.#written += chunk));
  }

  /** Types a line once there is a prompt; what the screen shows between that line and the next prompt. */
  async type(line: string): Promise<string> {
    const before = await this.#promptBelow(0);
    this.#program.stdin.write(`${line}\r`);
    const after = await this.#promptBelow(before);
    expect(this.#screen()[before - 1]).toBe(this.#prompt + line)
    return this.#screen().slice(before, after - 1).join('\n');
  }

  /** Types the last line; the exit code of the program. */
  async leave(line: string): Promise<number | null> {
    await this.#promptBelow(0);
    this.#program.stdin.write(`${line}\r`);
    const [status] = await once(this.#program, 'close');
    return status;
  }
}
