import type { Avoided } from './known.ts';

const KIB = 1024;
/** `PROTO_INLINE_MAX_SIZE` in Redis's server.h. */
const MOST_WITHOUT_END = 64 * KIB;
/** Behind 64 KB that are kept it makes room for (64 + 16) × 2 = 160 KB, and gets what is next larger. */
const MOST_ROOM = 192 * KIB;
/** So much more room than it asks for it may get: jemalloc has four sizes between a power of 2 and the next. */
const GENEROSITY = 1.25;

/**
 * Both servers refuse more than 64 KB without an end of line, and look after each read. A step reads 64 KB
 * at a time, so that 128 KB may pass. Source: `readQueryFromClient` in Redis's networking.c,
 * `_sdsMakeRoomFor` in its sds.c.
 */
export const longLines: readonly Avoided[] = [
  {
    name: 'a line of 64 to 192 KB',
    why: 'Lines are too long if their end is not there after a read, and Redis reads as much as it has room for.',
    example: { chunks: [`ECHO ${'x'.repeat(110 * KIB)}\r\n`], ending: 'waits' },
    isIn: ({ lines }) => lines.some(({ length }) => length >= MOST_WITHOUT_END && length <= MOST_ROOM),
  },
  {
    name: 'a line of more than 64 KB, but no longer than an argument',
    why: 'Redis keeps the room of a long argument, and reads so much at once from then on.',
    example: {
      chunks: [
        `*2\r\n$4\r\nECHO\r\n$307200\r\n${'x'.repeat(300 * KIB)}\r\n`,
        `*${'1'.repeat(290 * KIB)}\r\n`,
      ],
      ending: 'waits',
    },
    isIn: ({ lines, requests }) => {
      const isLong = ({ length }: string) => length >= MOST_WITHOUT_END;
      const framed = requests
        .flat()
        .filter((word) => !lines.some((line) => isLong(line) && line.includes(word)));
      const most = Math.max(0, ...framed.map(({ length }) => length)) * GENEROSITY;
      return lines.some((line) => isLong(line) && line.length <= most);
    },
  },
];
