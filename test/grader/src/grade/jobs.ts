/**
 * Does what there is to do, so many at a time, and resolves when all is done. Once the signal is given
 * nothing more is begun. Throws what the first that fails has thrown, when none is under way any more.
 */
export async function inParallel<Job>(
  jobs: readonly Job[],
  atOnce: number,
  signal: AbortSignal,
  work: (job: Job) => Promise<void>,
): Promise<void> {
  const waiting = jobs.values();
  const hands = Array.from({ length: Math.min(atOnce, jobs.length) }, async () => {
    for (const job of waiting) {
      if (signal.aborted) return;
      await work(job);
    }
  });
  const ended = await Promise.allSettled(hands);
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}
