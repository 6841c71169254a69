import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does something until it is done or the user breaks it off; resolves to the exit code. */
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
    return await work(abort.signal);
  } catch (error) {
    if (abort.signal.aborted) return exitCode;
    throw error;
  } finally {
    for (const { name, listener } of listeners) process.off(name, listener);
  }
}
