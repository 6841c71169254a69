import { availableParallelism, loadavg } from 'node:os';

/** A class by itself keeps about half as many programs waiting for each processor. */
const WAITING_FOR_EACH = 8;

/** Whether so many programs wait for this machine that one may be silent, or slow to start, for no fault of its own. */
export function isBusy(): boolean {
  const [ofTheLastMinute = 0] = loadavg();
  return ofTheLastMinute > WAITING_FOR_EACH * availableParallelism();
}
