import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something until it is done or the user breaks it off, by Ctrl-C or a signal; resolves to the exit
 * code: that of the work, or 128 and the number of the signal.
 */
export async function untilBrokenOff(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const abort = new AbortController();
  let exitCode = 0;
  const listeners = SIGNALS.map((name) => ({
    name,
    listener: () => {
      exitCode = 128 + constants.signals[name];
      abort.abort();
    },
  }));
  for (const { name, listener } of listeners) process.on(name, listener);
  try {
    const done = await work(abort.signal);
    return abort.signal.aborted ? exitCode : done;
  } catch (error) {
    if (abort.signal.aborted) return exitCode;
    throw error;
  } finally {
    for (const { name, listener } of listeners) process.off(name, listener);
  }
}
