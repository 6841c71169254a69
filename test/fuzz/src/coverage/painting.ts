import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** Of a part of a source file, how often it was executed. Offsets are in characters. */
export type Stretch = { start: number; end: number; count: number };

/** What belongs to a class and not to one of its functions. */
const FIELDS = '<instance_members_initializer>';

/**
 * What was counted in these files, by file, the innermost last: of two stretches that overlap, the later
 * one holds. What a module does when it is loaded is left out.
 */
export function stretchesIn(counts: Profiler.ScriptCoverage[], files: Set<string>): Map<string, Stretch[]> {
  const stretches = new Map<string, Stretch[]>();
  for (const { url, functions } of counts) {
    const file = url.startsWith('file:') ? fileURLToPath(url) : url;
    if (!files.has(file)) continue;
    const ranges = functions
      .filter(({ functionName, ranges }) => functionName !== FIELDS && ranges[0]?.startOffset !== 0)
      .flatMap(({ ranges }) => ranges);
    const inFile = ranges.map(({ startOffset, endOffset, count }) => {
      return { start: startOffset, end: endOffset, count };
    });
    stretches.set(
      file,
      inFile.sort((a, b) => b.end - b.start - (a.end - a.start)),
    );
  }
  return stretches;
}
