import { quoteBytes } from '../../wire/escape.ts';
import { type Frame, type Kind, tokensOf } from '../../wire/part.ts';

const EMPTY = new Map<Kind, string>([
  ['array', '(empty array)'],
  ['map', '(empty hash)'],
  ['set', '(empty set)'],
  ['push', '(empty push)'],
]);
const SEPARATOR = new Map<Kind, string>([
  ['map', '#'],
  ['set', '~'],
]);

/**
 * A whole reply as `redis-cli` prints it on a terminal, without the last line break.
 * Source: `cliFormatReplyTTY` in redis-cli.c.
 */
export function replyText(frame: Frame, bytes: string, prefix = ''): string {
  const payload = payloadOf(frame, bytes);
  switch (frame.kind) {
    case 'simple string':
    case 'verbatim string':
      return payload;
    case 'error':
      return `(error) ${payload}`;
    case 'integer':
      return `(integer) ${payload}`;
    case 'double':
      return `(double) ${payload}`;
    case 'boolean':
      return payload === 't' ? '(true)' : '(false)';
    case 'null':
      return '(nil)';
    case 'bulk string':
      return quoteBytes(payload);
    default:
      return elementsText(frame, bytes, prefix);
  }
}

/** A reply as it is: what `redis-cli` does with the replies to commands such as INFO. */
export function rawText(frame: Frame, bytes: string): string {
  const inside = framesIn(frame);
  return inside.length > 0 ? inside.map((each) => rawText(each, bytes)).join('\n') : payloadOf(frame, bytes);
}

/** What a frame is all about; of a verbatim string, without the format that comes first. */
function payloadOf(frame: Frame, bytes: string): string {
  const tokens = tokensOf(frame.parts).filter(({ role }) => role === 'payload');
  const text = tokens.map(({ start, end }) => bytes.slice(start, end)).join('');
  return frame.kind === 'verbatim string' ? text.slice(4) : text;
}

function elementsText(frame: Frame, bytes: string, prefix: string): string {
  const elements = framesIn(frame);
  if (elements.length === 0) return EMPTY.get(frame.kind) ?? '';
  const count = frame.kind === 'map' ? elements.length / 2 : elements.length;
  const width = String(count).length;
  const inner = prefix + ' '.repeat(width + 2);
  const step = frame.kind === 'map' ? 2 : 1;
  return Array.from({ length: count }, (_, index) => {
    const number = `${String(index + 1).padStart(width)}${SEPARATOR.get(frame.kind) ?? ')'} `;
    const pair = elements.slice(index * step, (index + 1) * step);
    return number + pair.map((each, place) => elementText(each, bytes, inner, place)).join(' => ');
  }).join(`\n${prefix}`);
}

/** The value of a map begins on a line of its own if it takes several. */
function elementText(frame: Frame, bytes: string, prefix: string, place: number): string {
  const text = replyText(frame, bytes, prefix);
  return place > 0 && takesLines(frame) ? `\n${prefix}${text}` : text;
}

function takesLines(frame: Frame): boolean {
  const elements = framesIn(frame);
  const last = elements.at(-1);
  return elements.length > (frame.kind === 'map' ? 2 : 1) || (last !== undefined && takesLines(last));
}

function framesIn(frame: Frame): Frame[] {
  return frame.parts.filter((part): part is Frame => part.is === 'frame' && part.kind !== 'end of stream');
}
