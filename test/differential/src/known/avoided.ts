import type { Request } from '../compare/reading.ts';
import type { Input } from '../input.ts';
import type { Abilities } from '../servers/abilities.ts';
import { comesSoon, deadlinesOf, isFlip, isPast, nameOf } from './deadlines.ts';
import type { Avoided } from './known.ts';
import { longLines } from './long-lines.ts';

const SET_OPTION = /^(nx|xx|get|keepttl|ex|px|exat|pxat)$/i;
/** After so many words, what follows in a request are options. */
const WORDS_BEFORE_OPTIONS = new Map([
  ['hello', 2],
  ['flushall', 1],
  ['flushdb', 1],
  ['set', 3],
  ['expire', 3],
  ['pexpire', 3],
  ['expireat', 3],
  ['pexpireat', 3],
]);

export const avoided: readonly Avoided[] = [
  {
    name: 'a command that the step lacks',
    why: 'Redis has 240 commands, and a step those of its lesson. It lacks CLIENT, COMMAND and CONFIG, too.',
    example: lines('APPEND key value'),
    isIn: ({ requests }, step) => requests.some((request) => step.lacks.has(nameOf(request))),
  },
  {
    name: 'INFO',
    why: 'A step says what clients look for in their handshake, and Redis says all it knows.',
    example: lines('INFO'),
    isIn: ({ requests }) => requests.some((request) => nameOf(request) === 'info'),
  },
  {
    name: 'a database other than 0',
    why: 'Redis has 16 of them, and a step has one.',
    example: lines('SELECT 1'),
    isIn: ({ requests }) =>
      requests.some((request) => nameOf(request) === 'select' && /^([1-9]|1[0-5])$/.test(request[1] ?? '')),
  },
  {
    name: 'a database of a number beyond 32 bits',
    why: 'Redis says between which numbers it must be, and a step that it has none of that number.',
    example: lines('SELECT 2147483648'),
    isIn: ({ requests }) =>
      requests.some((request) => nameOf(request) === 'select' && isBeyond32Bits(request[1] ?? '')),
  },
  {
    name: 'HELLO with AUTH or SETNAME',
    why: 'A step knows no users and no names of clients.',
    example: lines('HELLO 3 SETNAME me'),
    isIn: ({ requests }) =>
      requests.some((request) => nameOf(request) === 'hello' && has(request, 2, /^(auth|setname)$/i)),
  },
  {
    name: 'an option of SET in a step without deadlines',
    why: 'They come with step 07. Before, any word behind the value is a syntax error.',
    example: lines('SET key value NX'),
    isIn: ({ requests }, step) =>
      !step.commands.has('expire') &&
      requests.some((request) => nameOf(request) === 'set' && has(request, 3, SET_OPTION)),
  },
  {
    name: 'a NUL byte in a line',
    why: 'Redis looks for the end of a line with strchr, which stops at a NUL: it waits for ever.',
    example: lines('ECHO a\0b'),
    isIn: (reading) => reading.lines.some((line) => line.includes('\0')),
  },
  {
    name: 'a NUL byte in an unknown name or in an option',
    why: 'There Redis reads strings of C, which end at a NUL: what an error quotes, and what it takes for NX.',
    example: { chunks: ['*1\r\n$3\r\na\0b\r\n'], ending: 'waits' },
    isIn: ({ requests }, step) => requests.some((request) => has(request, wordsOfBytes(request, step), /\0/)),
  },
  ...longLines,
  {
    name: 'a deadline within 10 s',
    why: 'Whether it has passed when the next request comes depends on how busy the machine is.',
    example: lines('SET key value PX 2', ...Array.from({ length: 50 }, () => 'GET key')),
    isIn: ({ requests }) => requests.flatMap(deadlinesOf).some(comesSoon),
  },
  {
    name: 'GT or LT between deadlines less than 1 s apart',
    why: 'Which of the two comes first depends on the millisecond in which each was set.',
    example: lines('SET key value PX 99999', 'PEXPIRE key 99999 GT'),
    isIn: ({ requests }) =>
      requests.some((request, at) => has(request, 3, /^(gt|lt)$/i) && isFlip(request, requests.slice(0, at))),
  },
  {
    name: 'DBSIZE after a SET that has expired at once',
    why: 'It counts keys that have expired until somebody asks for them or the server looks by itself.',
    example: lines('SET key value PXAT 1', ...Array.from({ length: 50 }, () => 'DBSIZE')),
    isIn: ({ requests }) =>
      requests.some((request) => nameOf(request) === 'dbsize') &&
      requests.some((request) => nameOf(request) === 'set' && deadlinesOf(request).some(isPast)),
  },
];

/** A number of 64 bits, but not of 32. */
function isBeyond32Bits(text: string): boolean {
  if (!/^-?[1-9]\d{9,18}$/.test(text)) return false;
  const number = BigInt(text);
  return BigInt.asIntN(64, number) === number && BigInt.asIntN(32, number) !== number;
}

/** Whether a word fits, of those behind the first so many. */
function has(request: Request, from: number, form: RegExp): boolean {
  return request.slice(from).some((word) => form.test(word));
}

/** How many words of a request may have any bytes, as Redis takes them for what they are. */
function wordsOfBytes(request: Request, step: Abilities): number {
  const name = nameOf(request);
  return step.commands.has(name) ? (WORDS_BEFORE_OPTIONS.get(name) ?? request.length) : 0;
}

/** Lines typed one by one. */
function lines(...texts: string[]): Input {
  return { chunks: texts.map((text) => `${text}\r\n`), ending: 'waits' };
}
