import type { Frame, Kind } from '../../wire/part.ts';

/** What redis-cli 7.0 says of a frame that it cannot read, by its kind. */
const BAD = new Map<Kind, string>([
  ['integer', 'Bad integer value'],
  ['double', 'Bad double value'],
  ['boolean', 'Bad bool value'],
  ['bulk string', 'Bad bulk string length'],
  ['verbatim string', 'Bad bulk string length'],
  ['streamed string', 'Bad bulk string length'],
  ['array', 'Bad multi-bulk length'],
  ['set', 'Bad multi-bulk length'],
  ['map', 'Bad multi-bulk length'],
]);
const UNKNOWN_TYPE = 'Unknown reply type: 13';
const UNKNOWN = new Set<Kind>(['not RESP', 'bulk error', 'attribute']);

/**
 * What `redis-cli` 7.0 prints of a reply that it cannot read, before it gives up; undefined if it can. It knows
 * most of RESP3, but no streams, no attributes, no bulk errors. Source: hiredis's read.c.
 */
export function unreadable(frame: Frame, bytes: string): string | undefined {
  const problem = problemOf(frame, bytes);
  return problem === undefined || problem === UNKNOWN_TYPE ? problem : `Error: ${problem}`;
}

function problemOf(frame: Frame, bytes: string): string | undefined {
  const streamed = frame.says.startsWith('streamed');
  if (UNKNOWN.has(frame.kind)) return `Protocol error, got "${firstByte(frame, bytes)}" as reply type byte`;
  if (streamed || (frame.fate.is === 'wrong' && frame.parts.at(-1)?.is === 'token'))
    return BAD.get(frame.kind);
  if (frame.kind === 'double' && /nan/i.test(bytes.slice(frame.start, frame.end))) return BAD.get('double');
  if (frame.kind === 'integer' && bytes.charAt(frame.start + 1) === '+') return BAD.get('integer');
  if (frame.kind === 'big number') return UNKNOWN_TYPE;
  for (const part of frame.parts) {
    const problem = part.is === 'frame' ? problemOf(part, bytes) : undefined;
    if (problem) return problem;
  }
  return undefined;
}

function firstByte({ start }: Frame, bytes: string): string {
  return bytes.charAt(start).replace('\r', '\\r').replace('\n', '\\n');
}
