import { inlineWords } from '../../wire/inline-words.ts';
import { type Frame, type Part, tokensOf } from '../../wire/part.ts';

/** The words of a request, if it is whole: its name and its arguments. */
export function requestWords(frame: Frame, bytes: string): string[] {
  if (frame.fate.is !== 'complete') return [];
  if (frame.kind === 'inline request') {
    return inlineWords(bytes.slice(frame.start, frame.end)).words.map((word) => word.bytes);
  }
  return frame.parts.flatMap((part) => (part.is === 'frame' ? [payloadOf(part, bytes)] : []));
}

function payloadOf(part: Part, bytes: string): string {
  const payload = tokensOf([part]).find(({ role }) => role === 'payload');
  return payload ? bytes.slice(payload.start, payload.end) : '';
}
