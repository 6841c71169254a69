import { isDeepStrictEqual } from 'node:util';
import { describe, type Outcome, outcomeOf } from './outcome.ts';
import type { Finding, Target } from './target.ts';

/** A line that is longer, in bytes, is refused if its end is still on the way: that depends on the chunks. */
const LONG_LINE = /[^\r]{65536}|[^\n]{65536}/;

/**
 * Sends the same bytes all at once, in the chunks given and byte by byte: no more may come of them than
 * what they say or a ProtocolError, and each time the same.
 */
export function judge(target: Target, chunks: readonly string[]): Finding | undefined {
  const bytes = chunks.join('');
  const atOnce = outcomeOf(target.open(), [bytes]);
  for (const cut of [[bytes], chunks, Array.from(bytes)]) {
    const outcome = outcomeOf(target.open(), cut);
    const finding = (expected: string) => ({ chunks: cut, expected, got: describe(outcome) });
    if (outcome.crashed) return finding('a ProtocolError, or none');
    const complaints = outcome.decoded.map((each) => target.complaint(each, bytes.length));
    const complaint = complaints.find((each) => each !== undefined);
    if (complaint) return finding(complaint);
    if (!isSame(atOnce, outcome, bytes)) return finding(`as all at once: ${describe(atOnce)}`);
  }
  return undefined;
}

function isSame(one: Outcome, other: Outcome, bytes: string): boolean {
  if (isDeepStrictEqual(one, other)) return true;
  if (!LONG_LINE.test(bytes)) return false;
  const most = Math.min(one.decoded.length, other.decoded.length);
  return isDeepStrictEqual(one.decoded.slice(0, most), other.decoded.slice(0, most));
}
