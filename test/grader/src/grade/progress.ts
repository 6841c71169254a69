import type { WriteStream } from 'node:tty';
import ora, { type Ora } from 'ora';
import { oneLine } from '../reports/plain-text.ts';

/** What is shown of a name, in characters. */
const MOST = 40;

/** Says on a terminal which forks are being graded, how many are done and how long it may yet take. */
export class Progress {
  readonly #spinner: Ora | undefined;
  readonly #began = performance.now();
  readonly #total: number;
  readonly #underWay = new Set<string>();
  #done = 0;

  /** Whoever reads a pipe wants the table at the end, and nothing else. */
  constructor(total: number, { isTTY, columns }: Pick<WriteStream, 'isTTY' | 'columns'>) {
    this.#total = total;
    // It turns slowly: what it takes is taken from the servers.
    const spinner = { frames: ['–', '\\', '|', '/'], interval: 500 };
    // A terminal may say that it has no columns, and what is drawn on it would have no end.
    if (isTTY && columns > 0) this.#spinner = ora({ spinner, discardStdin: false, color: false }).start();
    this.#show();
  }

  begin(name: string): void {
    this.#underWay.add(name);
    this.#show();
  }

  end(name: string): void {
    this.#underWay.delete(name);
    this.#done++;
    this.#show();
  }

  /** There is more to do than was thought. */
  expectAgain(): void {
    this.#done--;
  }

  stop(): void {
    this.#spinner?.stop();
  }

  #show(): void {
    if (!this.#spinner) return;
    const names = [...this.#underWay].map((name) => oneLine(name, MOST)).join(', ');
    this.#spinner.text = `${this.#done} of ${this.#total} forks${this.#left()}. Now: ${names}`;
  }

  /** As fast, or as slow, as it went so far. */
  #left(): string {
    if (this.#done === 0) return '';
    const elapsed = (performance.now() - this.#began) / 1000;
    const seconds = Math.ceil((elapsed / this.#done) * (this.#total - this.#done));
    return seconds < 60 ? `, ${seconds} s left` : `, ${Math.floor(seconds / 60)} min ${seconds % 60} s left`;
  }
}
