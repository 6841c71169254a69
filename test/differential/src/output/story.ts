import { escapeBytes, firstDifference } from '@toy-redis/conformance';
import { bytesOf, type Input, type Outcome } from '../input.ts';
import type { Difference } from '../judge.ts';
import type { Recipe } from '../recipe.ts';

const BEFORE = 40;
const WIDTH = 60;
const MOST_CHUNKS = 12;
const MOST_OF_A_CHUNK = 300;

/**
 * A difference as a reader needs it: what was sent, and what came from both, with a caret under the first
 * byte that differs.
 */
export function tell(name: string, { input, outcomes, plays }: Difference): string {
  const { ours, redis } = outcomes;
  const width = Math.max(name.length, 'Redis'.length) + 2;
  const at = firstDifference(redis.bytes, ours.bytes);
  const [theirs, own] = [redis, ours].map((outcome) => window(outcome, at));
  const caret = at === -1 ? [] : [`${' '.repeat(width + (own?.column ?? 0))}^ byte ${at}`];
  return [
    `${name} and Redis differ after ${bytesOf(input).length} bytes${howOften(plays)}:`,
    ...sentLines(input).map((line) => `  ${line}`),
    `${'Redis'.padEnd(width)}${theirs?.text}`,
    `${name.padEnd(width)}${own?.text}`,
    ...caret,
  ].join('\n');
}

/** How to see a difference again, if it takes more than to send the input once; undefined if it does not. */
export function tellRecipe(recipe: Recipe | undefined): string | undefined {
  if (!recipe) return 'Not seen again on servers started anew: the same seed may show it.';
  const { before, plays } = recipe;
  if (before.length > 0) {
    const others = before.flatMap((input) => ['another client:', ...sentLines(input)]);
    return ['Servers started anew differ only after'].concat(others).join('\n  ');
  }
  return plays > 1 ? `Servers started anew differ only when it is tried up to ${plays} times.` : undefined;
}

function howOften({ different, all }: Difference['plays']): string {
  return different === all ? '' : `, in ${different} of ${all} plays`;
}

function sentLines({ chunks, ending }: Input): string[] {
  const shown = chunks.slice(0, MOST_CHUNKS).map((chunk) => `> ${shorten(chunk)}`);
  const left = chunks.length - shown.length;
  const more = left > 0 ? [`… ${left} more chunks …`] : [];
  return [...shown, ...more, ...(ending === 'half-closes' ? ['the client closes its side'] : [])];
}

function shorten(chunk: string): string {
  if (chunk.length <= MOST_OF_A_CHUNK) return `"${escapeBytes(chunk)}"`;
  return `"${escapeBytes(chunk.slice(0, MOST_OF_A_CHUNK))}" … ${chunk.length - MOST_OF_A_CHUNK} more bytes`;
}

/** The part around an offset, escaped, with what became of the connection; and the column of that offset. */
function window({ bytes, state }: Outcome, at: number): { text: string; column: number } {
  const offset = at === -1 ? bytes.length : at;
  const start = Math.max(0, offset - BEFORE);
  const before = `${start > 0 ? '… ' : ''}"${escapeBytes(bytes.slice(start, offset))}`;
  const after = bytes.slice(offset, offset + WIDTH);
  const more = bytes.length - offset - after.length;
  const rest = more > 0 ? ` … ${more} more bytes` : '';
  return { text: `${before}${escapeBytes(after)}"${rest}, ${STATES[state]}`, column: before.length };
}

const STATES = {
  open: 'and waits',
  closed: 'and closes the connection',
  reset: 'and resets the connection',
  gone: 'and is gone: it has exited, or answers nobody',
};
