import { describe, excerpt } from '@toy-redis/conformance';
import type { CheckResult } from '../result.ts';
import type { Finding } from './finding.ts';

/** The beginning and the end of a long conversation, in lines. */
const [FIRST, LAST] = [20, 60];
/** What a check adds to its keys, so that it can be run again. */
const OF_THIS_RUN = /:[\da-f]{8}(?![\da-f])/gi;

/** A finding as others can read it; the same for the same behaviour, times aside. */
export function toCheckResult(finding: Finding): CheckResult {
  const { check, verdict, mismatch, transcript, ms } = finding.result;
  const { id, title, tier, why, hint } = check;
  return {
    id,
    title,
    tier,
    verdict,
    expected: withoutRun(mismatch?.expected.text ?? ''),
    received: withoutRun(receivedIn(finding)),
    transcript: verdict === 'pass' ? [] : shorten(transcript).map(withoutRun),
    why,
    hint,
    ms,
  };
}

function receivedIn({ result, died }: Finding): string {
  if (died !== undefined) return died;
  if (!result.mismatch) return result.problem;
  const { outcome } = result.mismatch;
  return outcome.kind === 'says' ? excerpt(outcome.bytes) : describe(outcome);
}

function withoutRun(text: string): string {
  return text.replace(OF_THIS_RUN, ':…');
}

function shorten(lines: readonly string[]): string[] {
  if (lines.length <= FIRST + LAST + 1) return [...lines];
  return [...lines.slice(0, FIRST), `… ${lines.length - FIRST - LAST} more lines …`, ...lines.slice(-LAST)];
}
