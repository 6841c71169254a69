import { Dict } from '../src/index.ts';

/*
 * What a Dict does better than a Map. They take turns, so that a busy moment of the machine slows both,
 * and a key looked up is as if it had come from the network: the bytes are those of the stored key, but
 * the string is another.
 */
const LOOK_UPS = 500_000;
const ROUNDS = 9;
const KEY_LENGTH = 16;

type Table = { get(key: string): string | undefined; set(key: string, value: string): void };

console.log('A look-up, in nanoseconds');
console.log(['keys', 'Map', 'Dict', 'ratio'].map(column).join(''));
for (const count of [100, 10_000, 100_000, 1_000_000]) {
  const keys = keysOf(count);
  const [map, dict] = [fill(new Map<string, string>(), keys), fill(new Dict<string>(), keys)];
  compare(count, () => [nanoseconds(map, keys), nanoseconds(dict, keys)]);
}

// Both grow on the way: a Map at powers of two, a Dict when it is full to seven eighths of one.
console.log('\nThe slowest of the last keys on the way to so many, in milliseconds');
console.log(['keys', 'Map', 'Dict', 'ratio'].map(column).join(''));
for (const count of [70_000, 300_000, 600_000]) {
  const keys = keysOf(count);
  compare(count, () => [
    slowestOfLast(new Map<string, string>(), keys),
    slowestOfLast(new Dict<string>(), keys),
  ]);
}

/** Prints the medians of what Map and Dict took, and of their ratios. */
function compare(count: number, measure: () => [number, number]): void {
  const rounds = Array.from({ length: ROUNDS }, measure);
  const map = median(rounds.map(([map]) => map));
  const dict = median(rounds.map(([, dict]) => dict));
  const ratio = median(rounds.map(([map, dict]) => dict / map));
  const cells = [count.toLocaleString('en'), map.toPrecision(3), dict.toPrecision(3), ratio.toFixed(2)];
  console.log(cells.map(column).join(''));
}

function fill<T extends Table>(table: T, keys: Buffer): T {
  for (let at = 0; at < keys.length; at += KEY_LENGTH) table.set(keyAt(keys, at), 'x'.repeat(64));
  return table;
}

/** Of the last quarter. */
function slowestOfLast(table: Table, keys: Buffer): number {
  const last = KEY_LENGTH * Math.floor((0.75 * keys.length) / KEY_LENGTH);
  fill(table, keys.subarray(0, last));
  let slowest = 0;
  for (let at = last; at < keys.length; at += KEY_LENGTH) {
    const start = performance.now();
    table.set(keyAt(keys, at), 'x'.repeat(64));
    slowest = Math.max(slowest, performance.now() - start);
  }
  return slowest;
}

function nanoseconds(table: Table, keys: Buffer): number {
  const places = Array.from({ length: LOOK_UPS }, () => KEY_LENGTH * randomBelow(keys.length / KEY_LENGTH));
  let found = 0;
  const start = performance.now();
  for (const at of places) if (table.get(keyAt(keys, at)) !== undefined) found++;
  const time = performance.now() - start;
  if (found !== LOOK_UPS) throw new Error(`expected ${LOOK_UPS} keys, found ${found}`);
  return (time * 1e6) / LOOK_UPS;
}

function keyAt(keys: Buffer, at: number): string {
  return keys.toString('latin1', at, at + KEY_LENGTH);
}

function keysOf(count: number): Buffer {
  const keyOf = (number: number) => `key:${String(number).padStart(KEY_LENGTH - 4, '0')}`;
  return Buffer.from(Array.from({ length: count }, (_, number) => keyOf(number)).join(''), 'latin1');
}

function randomBelow(limit: number): number {
  return Math.floor(Math.random() * limit);
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function column(cell: string): string {
  return cell.padStart(12);
}
