import { plainText } from './plain-text.ts';

/** A text around the place where it parts from another. */
export type Marked = { before: string; first: string; after: string };

/** Where two texts of escaped bytes part. `byte` is null if they are excerpts that begin somewhere inside. */
export type Difference = { expected: Marked; received: Marked; byte: number | null };

/** What is shown before the difference and after it, in bytes. */
const BEFORE = 40;
const AFTER = 90;
const QUOTE = '"';
const CUT = '… ';

/**
 * Marks the first byte that differs between what was expected and what came: an escape such as `\r` is one
 * byte, and the closing quote stands for the end. Null if one of them is in words, or no byte differs.
 */
export function differenceOf(expected: string, received: string): Difference | null {
  const [wanted, came] = [tokensOf(expected), tokensOf(received)];
  const opening = wanted.indexOf(QUOTE);
  if (opening === -1 || opening !== came.indexOf(QUOTE)) return null;
  const at = wanted.findIndex((token, index) => token !== came[index]);
  const end = wanted.indexOf(QUOTE, opening + 1);
  if (at <= opening || at > end || isCut(wanted, at) || isCut(came, at)) return null;
  const byte = opening === 0 ? at - 1 : null;
  return { expected: mark(wanted, at), received: mark(came, at), byte };
}

/** Whether one of them had ended where the other went on. */
export function isEnd({ first }: Marked): boolean {
  return first === QUOTE;
}

/** Whether a quote closes there only because something was left out. */
function isCut(tokens: readonly string[], at: number): boolean {
  return tokens.slice(at, at + 3).join('') === `${QUOTE} …`;
}

/** The characters of some bytes between quotes, with each escape as one; none if it is in words. */
function tokensOf(text: string): string[] {
  const isEscapedBytes = text.startsWith(QUOTE) || text.startsWith(CUT + QUOTE);
  return isEscapedBytes ? (text.match(/\\x[\da-f]{2}|\\.|./gsu) ?? []) : [];
}

function mark(tokens: readonly string[], at: number): Marked {
  const start = Math.max(0, at - BEFORE);
  const before = plainText(tokens.slice(start, at).join(''));
  const after = plainText(tokens.slice(at + 1, at + AFTER).join(''));
  return {
    before: start > 0 && !before.startsWith(CUT) ? CUT + before : before,
    first: plainText(tokens[at] ?? ''),
    after: tokens.length > at + AFTER ? `${after} …` : after,
  };
}
