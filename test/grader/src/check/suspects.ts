/** What is under way while files change. */
type Phase = 'nothing' | 'building' | 'running';

/** A change may be told so late, in ms, that what has made it is over. */
const TOLD_WITHIN_MS = 500;
/** A file that changes in so many runs, one after the other, is written by them. */
const RUNS = 4;

/**
 * Tells the files that a learner saves from those that the build and the server write: a check that
 * started again for the latter would never end.
 */
export class Suspects {
  #phase: Phase = 'nothing';
  #next: NodeJS.Timeout | undefined;
  readonly #saved = new Set<string>();
  readonly #written = new Set<string>();
  /** In how many runs in a row a file has changed. */
  #streak = { path: '', runs: 0 };

  /** What has begun. What comes before it is suspected a little longer. */
  enter(phase: Phase): void {
    clearTimeout(this.#next);
    const enter = () => {
      this.#phase = phase;
    };
    if (this.#phase === 'nothing' || phase === 'building') enter();
    else this.#next = setTimeout(enter, TOLD_WITHIN_MS).unref();
  }

  /** Whether it is the build or the server that has just written a file. */
  wrote(path: string): boolean {
    if (this.#phase === 'nothing') {
      // It was the learner, then, and may have been before.
      this.#written.delete(path);
      this.#saved.add(path);
      return false;
    }
    if (this.#phase === 'building' && !this.#saved.has(path)) this.#written.add(path);
    if (this.#phase === 'running' && this.#hasChangedInEachRun(path)) this.#written.add(path);
    return this.#written.has(path);
  }

  #hasChangedInEachRun(path: string): boolean {
    const runs = this.#streak.path === path ? this.#streak.runs + 1 : 1;
    this.#streak = { path, runs };
    return runs >= RUNS;
  }
}
