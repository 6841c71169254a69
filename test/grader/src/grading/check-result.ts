import { describe, excerpt, whereTheyPart } from '@toy-redis/conformance';
import type { CheckResult } from '../result.ts';
import type { Finding } from './finding.ts';

/** The beginning and the end of a long conversation, in lines. */
const [FIRST, LAST] = [20, 60];
/** So many bytes are shown whole; of more, those around the first that differs. */
const WHOLE = 400;

/** A finding as others can read it; the same for the same behaviour, times aside. */
export function toCheckResult(finding: Finding): CheckResult {
  const { check, verdict, transcript, keySuffix, ms } = finding.result;
  const { id, title, tier, why, hint } = check;
  const steady = (text: string) => withoutRun(text, keySuffix);
  return {
    id,
    title,
    tier,
    verdict,
    ...comparisonIn(finding, steady),
    transcript: verdict === 'pass' ? [] : shorten(transcript).map(steady),
    why,
    hint,
    ms,
  };
}

function comparisonIn(
  { result, died }: Finding,
  steady: (text: string) => string,
): Pick<CheckResult, 'expected' | 'received'> {
  const { mismatch, problem } = result;
  if (!mismatch) return { expected: '', received: died ?? steady(problem) };
  const { expected, outcome } = mismatch;
  if (died !== undefined) return { expected: steady(expected.text), received: died };
  if (outcome.kind !== 'says') return { expected: steady(expected.text), received: describe(outcome) };
  const received = steady(outcome.bytes);
  if (expected.bytes === undefined)
    return { expected: steady(expected.text), received: excerpt(received, WHOLE) };
  return compare(steady(expected.bytes), received);
}

function compare(expected: string, received: string): Pick<CheckResult, 'expected' | 'received'> {
  const longer = Math.max(expected.length, received.length);
  if (longer <= WHOLE) return { expected: excerpt(expected, WHOLE), received: excerpt(received, WHOLE) };
  const { wanted, came } = whereTheyPart(expected, received);
  return { expected: wanted, received: came };
}

/**
 * What a check adds to its keys, so that it can be run again, is made the same for all runs, and as long.
 * It is hexadecimal, and some servers change small letters to capitals, or the other way.
 */
function withoutRun(text: string, keySuffix = ''): string {
  if (keySuffix === '') return text;
  return text.replace(new RegExp(`:${keySuffix}`, 'gi'), `:${'x'.repeat(keySuffix.length)}`);
}

function shorten(lines: readonly string[]): string[] {
  if (lines.length <= FIRST + LAST + 1) return [...lines];
  return [...lines.slice(0, FIRST), `… ${lines.length - FIRST - LAST} more lines …`, ...lines.slice(-LAST)];
}
