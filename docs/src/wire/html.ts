import { escapeBytes } from './escape.ts';
import type { Frame, Token } from './part.ts';

const MOST = 400;
const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** What a frame is called on its page, so that a script finds it: none needs a name where there is none. */
type Naming = (frame: Frame) => string;

/** Frames as HTML: of each its own bytes, labelled, on a line with what they are, and below it the frames inside. */
export function framesToHtml(frames: readonly Frame[], bytes: string, naming?: Naming): string {
  return frames.map((frame) => frameToHtml(frame, bytes, naming)).join('');
}

function frameToHtml(frame: Frame, bytes: string, naming?: Naming): string {
  const tokens = frame.parts.filter((part) => part.is === 'token');
  const inside = frame.parts.filter((part): part is Frame => part.is === 'frame');
  const own = span('wire-bytes', tokens.map((token) => tokenToHtml(token, bytes)).join(''));
  const head = tokens.length > 0 ? span('wire-head', own + caption(frame)) : '';
  const name = naming ? ` data-frame="${text(naming(frame))}"` : '';
  return `<span class="wire-frame"${name}>${head}${framesToHtml(inside, bytes, naming)}</span>`;
}

/** Its meaning stands before its bytes for whoever listens, and beside them when it is pointed at. */
function tokenToHtml({ role, start, end, says }: Token, bytes: string): string {
  const meaning = span('wire-meaning', `${text(says)} `);
  const spelling = span('wire-spelling', text(excerpt(bytes.slice(start, end))));
  const focus = role === 'length' || role === 'count' ? ' tabindex="0"' : '';
  return `<span class="wire-token wire-${role}"${focus}>${meaning}${spelling}</span>`;
}

/** Escaped, and without the middle if there is too much of it. */
function excerpt(bytes: string): string {
  if (bytes.length <= MOST) return escapeBytes(bytes);
  const half = MOST / 2;
  return `${escapeBytes(bytes.slice(0, half))} … ${bytes.length - MOST} more bytes … ${escapeBytes(bytes.slice(-half))}`;
}

function caption(frame: Frame): string {
  const words = frame.as ? `${span('wire-as', text(frame.as))} ${text(frame.says)}` : text(frame.says);
  return span('wire-says', `${words} ${problem(frame)}`);
}

/** What is wrong is said where it is, not of all that is around it. */
function problem({ fate, parts }: Frame): string {
  if (fate.is === 'incomplete') return span('wire-missing', `still missing: ${text(fate.missing)}`);
  const last = parts.at(-1);
  const here = fate.is === 'wrong' && last?.is === 'token' && last.role === 'wrong';
  return here ? span('wire-problem', text(fate.problem)) : '';
}

function span(name: string, html: string): string {
  return `<span class="${name}">${html}</span>`;
}

/** A text, safe inside an element or an attribute. */
function text(raw: string): string {
  return raw.replace(/[&<>"]/g, (char) => ENTITIES.get(char) ?? char);
}
