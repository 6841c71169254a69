import { inChunksOf } from '../cut.ts';
import type { Family } from '../target.ts';

const BULK = '*1\r\n$500000000\r\n';

/** Requests that are made to be expensive. */
export const requestStreams: readonly Family[] = [
  { name: 'a promise of arguments', units: 1, chunks: () => ['*2147483647\r\n'] },
  { name: 'a promise of a bulk', units: 1, chunks: () => ['*1\r\n$536870912\r\n'] },
  { name: 'a promise of both', units: 1, chunks: () => ['*2147483647\r\n$536870912\r\n'] },
  { name: 'an inline line, byte by byte', units: 2000, chunks: (units) => 'x'.repeat(units) },
  { name: 'a count, byte by byte', units: 2000, chunks: (units) => `*${'1'.repeat(units)}` },
  { name: 'a bulk, byte by byte', units: 2000, chunks: (units) => [BULK, ...'x'.repeat(units)] },
  {
    name: 'a bulk in chunks of 100 bytes',
    units: 10_000,
    chunks: (units) => [BULK, ...inChunksOf(100, 'x'.repeat(100 * units))],
  },
  {
    name: 'tiny arguments in chunks of 1 KB',
    units: 5000,
    chunks: (units) => inChunksOf(1024, `*2147483647\r\n${'$2\r\nab\r\n'.repeat(units)}`),
  },
  { name: 'empty requests', units: 1500, chunks: (units) => ['*0\r\n*-1\r\n\r\n'.repeat(units)] },
  { name: 'empty requests, byte by byte', units: 1500, chunks: (units) => '*0\r\n\r\n'.repeat(units) },
  { name: 'tiny requests', units: 1500, chunks: (units) => ['*1\r\n$1\r\na\r\n'.repeat(units)] },
  { name: 'tiny lines', units: 1500, chunks: (units) => ['a\r\n'.repeat(units)] },
  { name: 'a line of words', units: 1500, chunks: (units) => [`${'a '.repeat(units)}\r\n`] },
  { name: 'a line of blanks', units: 2000, chunks: (units) => [`${' '.repeat(units)}\r\n`] },
  { name: 'a line of escapes', units: 1500, chunks: (units) => [`"${'\\x41\\n'.repeat(units)}"\r\n`] },
  { name: 'a line of quoted words', units: 1500, chunks: (units) => [`${'"a" \'b\' '.repeat(units)}\r\n`] },
  { name: 'an open double quote', units: 1500, chunks: (units) => [`"${'\\"a'.repeat(units)}\r\n`] },
  { name: 'an open single quote', units: 1500, chunks: (units) => [`'${"\\'\\a".repeat(units)}\r\n`] },
  { name: 'quotes within a word', units: 1500, chunks: (units) => [`${'a'.repeat(units)}"b"c\r\n`] },
];
