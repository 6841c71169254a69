import { fileURLToPath } from 'node:url';
import { RequestDecoder } from '@toy-redis/resp';
import fc from 'fast-check';
import type { Target } from '../target.ts';
import { requestStreams } from './request-streams.ts';

const SIGNS = '*$-0129x"\'\\ \t\r\n\0\xff';
const LINES = [
  '*1',
  '*2',
  '*0',
  '*-1',
  '*01',
  '$0',
  '$1',
  '$01',
  '$-1',
  '$536870913',
  '*2147483648',
  '*x',
  '',
];
const QUOTED = ['"', "'", '\\', '\\x', '\\x4f', '\\n', "\\'", '\\"', ' ', 'a', '\r', '\xff', '\n'];

const MUCH = 'wants 512 MB; test/faults sends them';
const COMMANDS = 'is for commands, which read their arguments with it';

const byte = fc.nat({ max: 255 }).map((code) => String.fromCharCode(code));
const word = fc.string({ unit: byte, maxLength: 20 });
const framed = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => `*${words.length}\r\n${words.map((each) => `$${each.length}\r\n${each}\r\n`).join('')}`);
const typed = fc.array(fc.constantFrom(...QUOTED), { maxLength: 12 }).map((parts) => `${parts.join('')}\r\n`);
const endless = fc.constantFrom('*', '$', '*1\r\n$', ' ').map((start) => start + '1'.repeat(70_000));
const tooLong = fc.constant(`${'x'.repeat(2 ** 20 + 1)}\n`);

/** Requests, as a server reads them. */
export const requests: Target = {
  name: 'requests',
  entry: fileURLToPath(import.meta.resolve('@toy-redis/resp')).replace('index', 'request-decoder'),
  open: () => new RequestDecoder(),
  pieces: fc.oneof(
    { weight: 240, arbitrary: framed },
    { weight: 120, arbitrary: fc.constantFrom(...SIGNS) },
    { weight: 120, arbitrary: fc.constantFrom(...LINES).map((line) => `${line}\r\n`) },
    { weight: 120, arbitrary: typed },
    { weight: 30, arbitrary: byte },
    // Rare, because they take so long byte by byte.
    { weight: 1, arbitrary: endless },
    { weight: 1, arbitrary: tooLong },
  ),
  complaint: complaintOfRequest,
  families: requestStreams,
  mostHeldPerByte: 40,
  excuses: [
    { file: 'chunk-reader.ts', code: 'this.#cutBlob.length + this.#chunk.length', why: MUCH },
    { file: 'chunk-reader.ts', code: "throw new ProtocolError('invalid bulk length')", why: MUCH },
    { file: 'integer.ts', code: 'undefined;', why: COMMANDS },
    { file: 'integer.ts', code: 'function toInteger', why: COMMANDS },
    { file: 'reply.ts', code: 'function syntaxError', why: COMMANDS },
    { file: 'reply.ts', code: 'constructor', why: 'is for replies' },
  ],
};

/** A request is at least one string, of bytes that were sent. */
export function complaintOfRequest(request: unknown, bytes: number): string | undefined {
  if (!Array.isArray(request) || request.length === 0) return 'requests that are arrays, and not empty';
  if (!request.every((word) => typeof word === 'string')) return 'requests that are strings';
  const text = request.join('');
  if (!/^[\0-\xff]*$/.test(text)) return 'one character for each byte';
  return text.length > bytes ? 'no more bytes than were sent' : undefined;
}
