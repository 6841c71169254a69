import type { Kind } from './part.ts';
import type { Naming } from './tree.ts';

/** The types that are a line, by their first byte. */
export const LINES = new Map<string, Kind>([
  ['+', 'simple string'],
  ['-', 'error'],
  [':', 'integer'],
  ['(', 'big number'],
  [',', 'double'],
  ['#', 'boolean'],
  ['_', 'null'],
]);

/** The types that are so many bytes. */
export const BLOBS = new Map<string, Kind>([
  ['$', 'bulk string'],
  ['!', 'bulk error'],
  ['=', 'verbatim string'],
]);

/** A type that is made of others: of how many, if its count is so much, and what each is to it. */
export type Aggregate = { kind: Kind; of: (count: number) => number; things: string; as: Naming };

/** The types that are made of others, by their first byte. An attribute is followed by what it is about. */
export const AGGREGATES = new Map<string, Aggregate>([
  ['*', { kind: 'array', of: same, things: 'element', as: nameless }],
  ['~', { kind: 'set', of: same, things: 'element', as: nameless }],
  ['>', { kind: 'push', of: same, things: 'element', as: nameless }],
  ['%', { kind: 'map', of: (count) => 2 * count, things: 'pair', as: keyOrValue }],
  ['|', { kind: 'attribute', of: (count) => 2 * count + 1, things: 'pair', as: keyValueOrReply }],
]);

/** The name of a type, by its first byte. */
export function kindOf(type: string): Kind {
  return LINES.get(type) ?? BLOBS.get(type) ?? AGGREGATES.get(type)?.kind ?? 'not RESP';
}

function same(count: number): number {
  return count;
}

function nameless(): undefined {}

function keyOrValue(index: number): string {
  return index % 2 === 0 ? 'key' : 'value';
}

function keyValueOrReply(index: number, of: number): string {
  return index === of - 1 ? 'reply' : keyOrValue(index);
}
