import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const LOOKS_EVERY_MS = 200;

/**
 * Does something until it is done or the user breaks it off: by Ctrl-C or a signal, by closing the terminal,
 * or by ending the npm that runs it. Resolves to the exit code: that of the work, or 128 and the number of
 * the signal.
 */
export async function untilBrokenOff(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const abort = new AbortController();
  let exitCode = 0;
  const stopListening = listenForTheEnd((name) => {
    exitCode = 128 + constants.signals[name];
    abort.abort();
  });
  try {
    const done = await work(abort.signal);
    return abort.signal.aborted ? exitCode : done;
  } catch (error) {
    if (abort.signal.aborted) return exitCode;
    throw error;
  } finally {
    stopListening();
  }
}

/** Tells by which signal the user breaks off, or might have; returns how to stop. */
function listenForTheEnd(onEnd: (signal: (typeof SIGNALS)[number]) => void): () => void {
  const listeners = SIGNALS.map((name) => ({ name, listener: () => onEnd(name) }));
  const hangUp = () => onEnd('SIGHUP');
  // A terminal that is closed, or a pipe that nobody reads, must not end us before we have tidied up.
  const streams = [process.stdout, process.stderr];
  for (const { name, listener } of listeners) process.on(name, listener);
  for (const stream of streams) stream.on('error', hangUp);
  const stopWatching = watchNpm(hangUp);
  return () => {
    stopWatching();
    for (const { name, listener } of listeners) process.off(name, listener);
    for (const stream of streams) stream.off('error', hangUp);
  };
}

/** An npm that is ended does not hand the signal on: that our parent has gone is all one sees of it. */
function watchNpm(onGone: () => void): () => void {
  const { ppid, env } = process;
  if (env.npm_command === undefined) return () => {};
  const timer = setInterval(() => process.ppid !== ppid && onGone(), LOOKS_EVERY_MS).unref();
  return () => clearInterval(timer);
}
