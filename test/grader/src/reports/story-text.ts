import type { CheckResult } from '../result.ts';
import { differenceOf, type Marked } from './difference.ts';
import { plainText } from './plain-text.ts';

/** What is shown of a conversation: how it began, and its end, where it went wrong; in lines. */
const FIRST_LINES = 6;
const LAST_LINES = 14;

/** A failure as a story in plain text: what was due and what came, what was said, why, and where to look. */
export function storyText(check: CheckResult): string {
  const parts = [
    comparison(check),
    conversation(check.transcript).map((line) => `  ${line}`),
    [`why   ${plainText(check.why)}`, `hint  ${plainText(check.hint)}`],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** The lines of a transcript, fit to be shown, and of a long one the beginning and the end. */
export function conversation(transcript: readonly string[]): string[] {
  const left = transcript.length - FIRST_LINES - LAST_LINES;
  if (left <= 1) return transcript.map((line) => plainText(line));
  const lines = [...transcript.slice(0, FIRST_LINES), ...transcript.slice(-LAST_LINES)].map((line) =>
    plainText(line),
  );
  return lines.toSpliced(FIRST_LINES, 0, `… ${left} more lines …`);
}

function comparison({ expected, received }: CheckResult): string[] {
  const difference = differenceOf(expected, received);
  if (!difference) {
    const due = expected === '' ? [] : [`expected  ${plainText(expected)}`];
    return [...due, `received  ${plainText(received)}`];
  }
  const column = 'received  '.length + difference.received.before.length;
  const byte = difference.byte === null ? 'here' : `byte ${difference.byte}`;
  return [
    `expected  ${joined(difference.expected)}`,
    `received  ${joined(difference.received)}`,
    `${' '.repeat(column)}^ ${byte}`,
  ];
}

function joined({ before, first, after }: Marked): string {
  return before + first + after;
}
