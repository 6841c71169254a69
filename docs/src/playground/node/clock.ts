import { Timer } from './timer.ts';

type Run = (...args: unknown[]) => void;

const timers = new Set<Timer>();
const { performance } = globalThis;
const sinceStart = performance.now.bind(performance);
const sinceEpoch = Date.now;
let skipped = 0;

/** Lets so many ms pass at once, as for a machine that has slept: timers that are due fire, each once. */
export function skip(ms: number): void {
  skipped += ms;
  for (const timer of [...timers].toSorted((a, b) => a.due - b.due)) timer.wake(performance.now());
}

/** Node's `setTimeout`. */
export const setTimeout = (run: Run, ms = 1, ...args: unknown[]) => begin(() => run(...args), ms, false);

/** Node's `setInterval`. */
export const setInterval = (run: Run, ms = 1, ...args: unknown[]) => begin(() => run(...args), ms, true);

/** Node's `clearTimeout`, which is `clearInterval`, too. */
export function clearTimer(timer?: Timer): void {
  timer?.stop();
}

/** Sets the clocks of the worker to the server's time. */
export function setClocks(): void {
  performance.now = () => sinceStart() + skipped;
  Date.now = () => sinceEpoch() + Math.floor(skipped);
}

function begin(run: () => void, ms: number, repeats: boolean): Timer {
  const timer = new Timer(run, ms, repeats, (over) => timers.delete(over));
  timers.add(timer);
  return timer;
}
