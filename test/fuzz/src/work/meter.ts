import { stretchesIn } from '../coverage/painting.ts';
import { takeCounts } from '../coverage/profiler.ts';
import { drain, toChunks } from '../outcome.ts';
import type { Decoder } from '../target.ts';
import { type Counted, spyOn } from './spies.ts';

/** What a decoder has done: the characters of its source that were executed, and what methods did for it. */
export type Work = Counted & { code: number };

/** The work on some chunks, up to the one that is refused. No clock is asked, so it is always the same. */
export function workOn(decoder: Decoder, sent: Iterable<string>, files: Set<string>): Work {
  const chunks = [...toChunks(sent)];
  takeCounts();
  const counted = spyOn(() => drain(decoder, chunks));
  return { ...counted, code: executedIn(files) };
}

/** The characters that were executed, each as often as it was. */
function executedIn(files: Set<string>): number {
  let executed = 0;
  for (const stretches of stretchesIn(takeCounts(), files).values()) {
    const times = new Float64Array(Math.max(0, ...stretches.map(({ end }) => end)));
    for (const { start, end, count } of stretches) times.fill(count, start, end);
    executed += times.reduce((sum, count) => sum + count, 0);
  }
  return executed;
}
