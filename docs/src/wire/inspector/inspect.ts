import { replyText } from '../../playground/terminal/reply-text.ts';
import { requestBytes } from '../../playground/terminal/request-bytes.ts';
import { unreadable } from '../../playground/terminal/unreadable.ts';
import { inlineWords } from '../inline-words.ts';
import { label } from '../label.ts';
import type { Fate, Frame, Kind, Part } from '../part.ts';
import { many } from '../tree.ts';
import { fromUtf8, utf8 } from '../unescape.ts';
import type { Question } from './question.ts';
import { readBytes } from './read-bytes.ts';

/** What there is to say about some bytes. */
export type Answer = {
  bytes: string;
  frames: Frame[];
  /** How many there are and how it stands with them, in words. */
  summary: string;
  mood: Fate['is'] | 'nothing';
  /** What `redis-cli` prints of them, if they are whole replies. */
  printed: string | undefined;
};

const ONLY_RESP3 = new Set<Kind>([
  'big number',
  'double',
  'boolean',
  'bulk error',
  'verbatim string',
  'set',
  'push',
  'map',
  'attribute',
  'streamed string',
  'end of stream',
]);

/** Looks at a command or at bytes. */
export function inspect({ given, text }: Question): Answer {
  if (given === 'command') return inspectCommand(text);
  const bytes = readBytes(text);
  const frames = label(bytes, given === 'request' ? 'client' : 'server');
  const answer = { bytes, frames, ...summarize(bytes, frames, given), printed: undefined };
  return given === 'request' ? answer : { ...answer, printed: printed(bytes, frames) };
}

function inspectCommand(text: string): Answer {
  const { words, unbalanced } = inlineWords(utf8(text));
  const nothing = { bytes: '', frames: [], printed: undefined };
  if (unbalanced)
    return { ...nothing, summary: 'A quote is not closed, or something follows it.', mood: 'wrong' };
  if (words.length === 0) return { ...nothing, ...summarize('', [], 'request') };
  const bytes = requestBytes(words.map((word) => word.bytes));
  const frames = label(bytes, 'client');
  return { ...nothing, bytes, frames, ...summarize(bytes, frames, 'request') };
}

function summarize(bytes: string, frames: Frame[], thing: string): Pick<Answer, 'summary' | 'mood'> {
  if (bytes === '') return { summary: 'Nothing yet.', mood: 'nothing' };
  const whole = frames.filter(({ fate, kind }) => fate.is === 'complete' && kind !== 'empty request');
  const skipped = frames.filter(({ kind }) => kind === 'empty request').length;
  const empty = skipped > 0 ? `, and ${many(skipped, 'empty one')}, skipped` : '';
  const rest = frames.find(({ fate }) => fate.is !== 'complete');
  const summary = `${many(bytes.length, 'byte')}: ${manyWhole(whole.length, thing)}${resp3(frames)}${empty}.`;
  if (rest?.fate.is === 'wrong') {
    const { at, problem } = rest.fate;
    return { summary: `${summary} From byte ${at} on nobody reads them: ${problem}`, mood: 'wrong' };
  }
  if (rest?.fate.is !== 'incomplete') return { summary, mood: 'complete' };
  return { summary: `${summary} Of the last one, this is missing: ${missing(rest)}.`, mood: 'incomplete' };
}

function manyWhole(count: number, thing: string): string {
  if (count !== 1 && thing === 'reply') return `${count} whole replies`;
  return many(count, `whole ${thing}`);
}

/** The innermost frame lacks bytes, those around it lack frames. */
function missing(frame: Frame): string {
  const last = frame.parts.at(-1);
  const inner = last?.is === 'frame' && last.fate.is === 'incomplete' ? [missing(last)] : [];
  return [...inner, ...(frame.fate.is === 'incomplete' ? [frame.fate.missing] : [])].join('; then ');
}

function resp3(frames: readonly Part[]): string {
  return frames.some(isOnlyResp3) ? ', in RESP3' : '';
}

function isOnlyResp3(part: Part): boolean {
  if (part.is === 'token') return false;
  return ONLY_RESP3.has(part.kind) || part.says === 'null' || part.parts.some(isOnlyResp3);
}

function printed(bytes: string, frames: Frame[]): string | undefined {
  const whole = frames.filter(({ fate, kind }) => fate.is === 'complete' && kind !== 'push');
  if (whole.length === 0) return undefined;
  // At the first reply that it cannot read it gives up.
  const first = whole.findIndex((frame) => unreadable(frame, bytes));
  const read = first === -1 ? whole : whole.slice(0, first + 1);
  const texts = read.map((frame) => unreadable(frame, bytes) ?? replyText(frame, bytes));
  return fromUtf8(texts.join('\n'));
}
