import { escapeBytes, firstDifference } from './bytes.ts';
import { passes } from './check.ts';
import { describe, type Mismatch } from './mismatch.ts';
import type { Result } from './run.ts';

const BEFORE = 40;
const WIDTH = 90;

/**
 * A failure as a story: what the check asks for, what was expected and what came, with a caret under
 * the first byte that differs, what was said on the wire, why it matters and where to look.
 */
export function story(result: Result, diagnoses: readonly string[] = []): string {
  const { check, transcript } = result;
  const parts = [
    [`${check.id}: ${check.title}`],
    comparison(result),
    transcript.length > 0 ? ['on the wire', ...shorten(transcript).map((line) => `  ${line}`)] : [],
    diagnoses.map((says) => `It looks as if: ${says}`),
    [`why   ${check.why}`, `hint  ${check.hint}`],
  ];
  return parts
    .map((lines) => lines.join('\n'))
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The beginning of a long conversation, and its end, where it went wrong. */
function shorten(transcript: readonly string[]): string[] {
  const [first, last] = [6, 14];
  if (transcript.length <= first + last + 1) return [...transcript];
  const left = transcript.length - first - last;
  return [...transcript.slice(0, first), `… ${left} more lines …`, ...transcript.slice(-last)];
}

/** What was expected above what came, and where they part. */
function comparison({ mismatch, problem, cell }: Result): string[] {
  if (!mismatch) return [problem];
  const lines = compare(mismatch);
  return cell === passes ? lines : [...lines, `table     the step lacks this, and ${describe(cell)}`];
}

function compare(mismatch: Mismatch): string[] {
  const { expected, outcome } = mismatch;
  if (outcome.kind !== 'says') return [`expected  ${expected.text}`, `received  ${describe(outcome)}`];
  if (expected.bytes === undefined) {
    return [`expected  ${expected.text}`, `received  ${window(outcome.bytes, 0).text}`];
  }
  const { wanted, came, offset, column } = whereTheyPart(expected.bytes, outcome.bytes);
  return [`expected  ${wanted}`, `received  ${came}`, `${' '.repeat(10 + column)}^ byte ${offset}`];
}

/** What was expected and what came, escaped, around the first byte that differs, and the column of that. */
export function whereTheyPart(expected: string, received: string) {
  const offset = firstDifference(expected, received);
  const [wanted, came] = [window(expected, offset), window(received, offset)];
  return { wanted: wanted.text, came: came.text, offset, column: came.column };
}

/** The part of some bytes around an offset, escaped, and the column in which that offset is shown. */
function window(bytes: string, offset: number): { text: string; column: number } {
  const start = offset > BEFORE ? offset - BEFORE : 0;
  const before = `${start > 0 ? '… ' : ''}"${escapeBytes(bytes.slice(start, offset))}`;
  const after = bytes.slice(offset, offset + WIDTH);
  const more = bytes.length - offset - after.length;
  return {
    text: `${before}${escapeBytes(after)}"${more > 0 ? ` … ${more} more bytes` : ''}`,
    column: before.length,
  };
}
