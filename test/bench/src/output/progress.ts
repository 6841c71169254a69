import ora, { type Ora } from 'ora';

/** What is measured now. */
export type Turn = { round: string; title: string; seconds: number };

/** Says on stderr what is being done and how long it may yet take. */
export class Progress {
  readonly #spinner: Ora | undefined;
  #began = 0;
  #part = '';
  #round = '';
  #expected = 0;
  #done = 0;
  #current = 0;

  /** A terminal gets one line that changes; anything else a line for each round. */
  constructor(terminal: boolean) {
    // It turns slowly: what it takes is taken from the servers.
    const spinner = { frames: ['–', '\\', '|', '/'], interval: 500 };
    if (terminal) this.#spinner = ora({ spinner, discardStdin: false, color: false });
  }

  /** There is more to do, for about so long. */
  expect(seconds: number): void {
    this.#expected += seconds;
  }

  part(name: string): void {
    this.#part = name;
    this.#round = '';
  }

  turn({ round, title, seconds }: Turn): void {
    this.#began ||= performance.now();
    this.#done += this.#current;
    this.#current = seconds;
    const isNew = round !== this.#round;
    this.#round = round;
    if (this.#spinner) this.#spinner.start(`${this.#part}, ${round}: ${title}, ${this.#left()}`);
    else if (isNew) console.error(`${this.#part}, ${round}, ${this.#left()}`);
  }

  /** A line that stays. */
  say(line: string): void {
    this.#spinner?.clear();
    console.error(line);
  }

  stop(): void {
    this.#spinner?.stop();
  }

  /** As fast, or as slow, as it went so far. */
  #left(): string {
    const elapsed = (performance.now() - this.#began) / 1000;
    const pace = this.#done > 0 ? elapsed / this.#done : 1;
    const seconds = Math.ceil((this.#expected - this.#done) * pace);
    return seconds < 60 ? `${seconds} s left` : `${Math.floor(seconds / 60)} min ${seconds % 60} s left`;
  }
}
