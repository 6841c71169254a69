import { escapeBytes } from '@toy-redis/conformance';
import type { Finding } from '../target.ts';

const MOST_CHUNKS = 12;
const MOST_OF_A_CHUNK = 300;

/** A finding as a reader needs it: what was sent, what was expected and what came. */
export function tell({ chunks, expected, got }: Finding): string {
  const shown = chunks.slice(0, MOST_CHUNKS).map((chunk) => `> ${excerpt(chunk)}`);
  const left = chunks.length - shown.length;
  const more = left > 0 ? [`… ${left} more chunks …`] : [];
  return [...[...shown, ...more].map((line) => `  ${line}`), `expected ${expected}`, `got      ${got}`].join(
    '\n',
  );
}

function excerpt(chunk: string): string {
  if (chunk.length <= MOST_OF_A_CHUNK) return `"${escapeBytes(chunk)}"`;
  return `"${escapeBytes(chunk.slice(0, MOST_OF_A_CHUNK))}" … ${chunk.length - MOST_OF_A_CHUNK} more bytes`;
}
