import { setTimeout as sleep } from 'node:timers/promises';
import { courseSteps } from '../grading/course.ts';
import { checkOnce } from './check-once.ts';
import type { Outcome, Request } from './examine.ts';
import { listenToKeys } from './keys.ts';
import type { Learner } from './learner.ts';
import { paint } from './paint.ts';
import { Saves } from './saves.ts';
import { screen } from './screen.ts';

const CLEAR = '\u001b[2J\u001b[3J\u001b[H';
const PRESS_H = 'press h to see it';
const WITH_KEYS = 'Checks again when you save.   h hint   r again   q quit';
const WITHOUT_KEYS = 'Checks again when you save.   Ctrl-C quits';
const LOOKS_EVERY_MS = 50;

/** Checks at once, when something is saved and when a key says so, and shows each time what came of it. */
export class Watch {
  readonly #learner: Learner;
  readonly #request: Request;
  readonly #quit = new AbortController();
  readonly #hasKeys = process.stdin.isTTY === true;
  /** What is under way, or was last. */
  #run = new AbortController();
  #isAsked = true;
  #outcome: Outcome | undefined;
  #showsHint = false;

  constructor(learner: Learner, request: Request) {
    this.#learner = learner;
    this.#request = request;
  }

  /** Resolves when the user has quit, and nothing is left running. Throws the reason of the signal. */
  async untilQuit(signal: AbortSignal): Promise<void> {
    const over = AbortSignal.any([signal, this.#quit.signal]);
    const ask = () => this.#ask();
    const saves = new Saves(this.#learner.folder, ask);
    const keys = { h: () => this.#toggleHint(), r: ask, n: ask, q: () => this.#quit.abort() };
    const stopListening = listenToKeys(keys);
    try {
      while (!over.aborted) {
        if (this.#isAsked) await this.#check(over, saves);
        else await sleep(LOOKS_EVERY_MS);
      }
    } finally {
      stopListening();
      await saves.stop();
    }
    signal.throwIfAborted();
  }

  /** Asks for a new run; one that is under way is broken off. */
  #ask(): void {
    this.#isAsked = true;
    this.#run.abort();
  }

  async #check(over: AbortSignal, { suspects }: Saves): Promise<void> {
    this.#isAsked = false;
    this.#outcome = undefined;
    this.#showsHint = false;
    this.#run = new AbortController();
    const signal = AbortSignal.any([over, this.#run.signal]);
    if (process.stdout.isTTY) process.stdout.write(CLEAR);
    suspects.enter('running');
    try {
      const onBuild = (isUnderWay: boolean) => suspects.enter(isUnderWay ? 'building' : 'running');
      this.#outcome = await checkOnce(this.#learner, this.#request, { signal, onBuild });
      this.#draw();
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      suspects.enter('nothing');
    }
  }

  #toggleHint(): void {
    this.#showsHint = !this.#showsHint;
    this.#draw();
  }

  #draw(): void {
    if (!this.#outcome) return;
    const hint = this.#hasKeys && !this.#showsHint ? { hint: PRESS_H } : {};
    const text = screen({
      ...this.#request,
      learner: this.#learner,
      course: courseSteps(),
      outcome: this.#outcome,
      ...hint,
    });
    const keys = paint.faint(this.#hasKeys ? WITH_KEYS : WITHOUT_KEYS);
    process.stdout.write(`${process.stdout.isTTY ? CLEAR : ''}${text}\n${keys}\n`);
  }
}
