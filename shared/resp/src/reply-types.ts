import { parseInteger } from './integer.ts';
import {
  AttributedReply,
  Double,
  ProtocolError,
  Push,
  type Reply,
  ReplyError,
  SimpleString,
  VerbatimString,
} from './reply.ts';

const MOST_DIGITS = 10_000;

/** The types of reply that are a line, by their first byte, and what the rest of the line means. */
export const LINES = new Map<string, (text: string) => Reply>([
  ['+', (text) => new SimpleString(text)],
  ['-', (text) => new ReplyError(text)],
  [':', integer],
  ['(', bigNumber],
  [',', double],
  ['#', boolean],
  ['_', () => null],
]);

/** The types that are so many bytes. */
export const BLOBS = new Map<string, (bytes: string) => Reply>([
  ['$', (bytes) => bytes],
  ['!', (bytes) => new ReplyError(bytes)],
  ['=', verbatimString],
]);

/** The types that are made of other replies, and how many of them a count announces. */
export const AGGREGATES = new Map<string, { size: (count: number) => number; build: Build }>([
  ['*', { size: (count) => count, build: (elements) => elements }],
  ['~', { size: (count) => count, build: (elements) => new Set(elements) }],
  ['>', { size: (count) => count, build: (elements) => new Push(elements) }],
  ['%', { size: (count) => 2 * count, build: toMap }],
  ['|', { size: (count) => 2 * count + 1, build: toAttributedReply }],
]);

export type Build = (elements: Reply[]) => Reply;

function integer(text: string): number | bigint {
  const value = parseInteger(text.replace(/^\+(?=\d)/, ''));
  if (value === undefined) throw new ProtocolError(`expected a 64-bit integer, got '${text}'`);
  return narrow(value);
}

/** To read twice the digits takes more than twice the time, and nobody means so many. */
function bigNumber(text: string): number | bigint {
  if (text.length > MOST_DIGITS) {
    throw new ProtocolError(`expected at most ${MOST_DIGITS} digits of a big number, got ${text.length}`);
  }
  if (!/^[+-]?\d+$/.test(text)) throw new ProtocolError(`expected a big number, got '${text}'`);
  return narrow(BigInt(text.replace(/^\+/, '')));
}

function narrow(integer: bigint): number | bigint {
  const number = Number(integer);
  return Number.isSafeInteger(number) ? number : integer;
}

function double(text: string): Double {
  if (/^-?nan(\(.*\))?$/i.test(text)) return new Double(NaN);
  if (/^[+-]?inf$/.test(text)) return new Double(text.startsWith('-') ? -Infinity : Infinity);
  if (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return new Double(Number(text));
  throw new ProtocolError(`expected a double, got '${text}'`);
}

function boolean(text: string): boolean {
  if (text !== 't' && text !== 'f') throw new ProtocolError(`expected 't' or 'f', got '${text}'`);
  return text === 't';
}

function verbatimString(bytes: string): VerbatimString {
  if (bytes[3] !== ':')
    throw new ProtocolError(`expected a format such as 'txt:', got '${bytes.slice(0, 4)}'`);
  return new VerbatimString(bytes.slice(0, 3), bytes.slice(4));
}

function toMap(elements: Reply[]): Map<Reply, Reply> {
  if (elements.length % 2 > 0) throw new ProtocolError('expected a value for each key of a map');
  const map = new Map<Reply, Reply>();
  for (let i = 0; i + 1 < elements.length; i += 2) map.set(elements[i] ?? null, elements[i + 1] ?? null);
  return map;
}

function toAttributedReply(elements: Reply[]): AttributedReply {
  return new AttributedReply(toMap(elements.slice(0, -1)), elements.at(-1) ?? null);
}
