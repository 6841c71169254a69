// As they are before the worker's own are put in their place.
const { setTimeout: begin, clearTimeout: end, performance } = globalThis;
const LONGEST = 2 ** 31 - 1;

/** A timer on the server's clock, which may be told that it is later than it thought. */
export class Timer {
  /** When it fires next, by `performance.now`. */
  due = 0;
  readonly #run: () => void;
  readonly #ms: number;
  readonly #repeats: boolean;
  readonly #onOver: (timer: Timer) => void;
  #handle: ReturnType<typeof begin> | undefined;

  constructor(run: () => void, ms: number, repeats: boolean, onOver: (timer: Timer) => void) {
    this.#run = run;
    // As in Node: one that is too short or too long fires at once.
    this.#ms = ms >= 1 && ms <= LONGEST ? ms : 1;
    this.#repeats = repeats;
    this.#onOver = onOver;
    this.#begin();
  }

  /** It is so late now: fires if it is due, waits for the rest if not. */
  wake(now: number): void {
    if (this.#handle === undefined) return;
    end(this.#handle);
    if (this.due <= now) this.#fire();
    else this.#handle = begin(() => this.#fire(), this.due - now);
  }

  stop(): void {
    end(this.#handle);
    this.#handle = undefined;
    this.#onOver(this);
  }

  /** In Node a timer may keep the process running; the worker runs until the page ends it. */
  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  #begin(): void {
    this.due = performance.now() + this.#ms;
    this.#handle = begin(() => this.#fire(), this.#ms);
  }

  #fire(): void {
    if (this.#repeats) this.#begin();
    else this.stop();
    this.#run();
  }
}
