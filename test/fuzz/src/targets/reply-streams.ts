import { inChunksOf } from '../cut.ts';
import type { Family } from '../target.ts';

const ARRAY = '*100000000\r\n';

/** Replies that are made to be expensive. */
export const replyStreams: readonly Family[] = [
  { name: 'a promise of elements', units: 1, chunks: () => ['*999999999\r\n'] },
  { name: 'a promise of a bulk', units: 1, chunks: () => ['*999999999\r\n$536870912\r\n'] },
  { name: 'a line, byte by byte', units: 2000, chunks: (units) => `+${'x'.repeat(units)}` },
  { name: 'a bulk, byte by byte', units: 2000, chunks: (units) => ['$500000000\r\n', ...'x'.repeat(units)] },
  { name: 'arrays in arrays', units: 1500, chunks: (units) => ['*1\r\n'.repeat(units)] },
  { name: 'arrays in arrays, closed', units: 1500, chunks: (units) => [`${'*1\r\n'.repeat(units)}_\r\n`] },
  { name: 'maps in maps', units: 1500, chunks: (units) => ['%1\r\n'.repeat(units)] },
  {
    name: 'streams in streams',
    units: 1500,
    chunks: (units) => ['*?\r\n'.repeat(units) + '.\r\n'.repeat(units)],
  },
  ...['_\r\n', '-\r\n', '%0\r\n', '|0\r\n_\r\n', '!0\r\n\r\n', '$2\r\nab\r\n'].map((element) => ({
    name: `an array of ${JSON.stringify(element)}`,
    units: 1500,
    chunks: (units: number) => inChunksOf(1024, ARRAY + element.repeat(units)),
  })),
  {
    name: 'parts of a string',
    units: 1500,
    chunks: (units) => [`$?\r\n${';1\r\nx\r\n'.repeat(units)};0\r\n`],
  },
  { name: 'a big number', units: 1500, chunks: (units) => [`(${'9'.repeat(units)}\r\n`] },
  { name: 'a long double', units: 1500, chunks: (units) => [`,1.${'9'.repeat(units)}e\r\n`] },
  { name: 'not a number', units: 1500, chunks: (units) => [`,nan(${')('.repeat(units)}\r\n`] },
];
