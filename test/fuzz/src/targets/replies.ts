import { fileURLToPath } from 'node:url';
import {
  AttributedReply,
  Push,
  ReplyDecoder,
  ReplyError,
  SimpleString,
  VerbatimString,
} from '@toy-redis/resp';
import fc from 'fast-check';
import type { Target } from '../target.ts';
import { replyStreams } from './reply-streams.ts';

const SIGNS = '*$:+-_#,(!=%~>|;.?tf0129xe \r\n\0\xff';
const LINES = '*1 *2 *? *0 *-1 %1 %? ~1 ~? >1 |1 |? . $? ;0 $-1'.split(' ');
const WHOLE = '+OK -ERR :1 :-9223372036854775808 :9223372036854775808 _ #t #f #x'.split(' ');
const NUMBERS = '(1 (99999999999999999999 (x ,1.5e3 ,inf ,-inf ,nan ,x'.split(' ');
const BLOBS = ['$1\r\na', '$0\r\n', '!2\r\nno', '=5\r\ntxt:a', '=1\r\na', ';1\r\na', '$01\r\na'];
const COMMANDS = 'is for commands, which read their arguments with it';
const REQUESTS = 'is for requests';
const MUCH = 'wants 512 MB; test/faults sends them';

const lines = fc.constantFrom('', ...LINES, ...WHOLE, ...NUMBERS, ...BLOBS).map((line) => `${line}\r\n`);

/** Replies, as a client reads them. */
export const replies: Target = {
  name: 'replies',
  entry: fileURLToPath(import.meta.resolve('@toy-redis/resp')).replace('index', 'reply-decoder'),
  open: () => new ReplyDecoder(),
  pieces: fc.oneof(
    { weight: 400, arbitrary: lines },
    { weight: 40, arbitrary: fc.constantFrom(...SIGNS) },
    { weight: 40, arbitrary: fc.nat({ max: 255 }).map((code) => String.fromCharCode(code)) },
    // Rare, because it takes so long byte by byte.
    { weight: 1, arbitrary: fc.constant(`(${'9'.repeat(10_001)}\r\n`) },
  ),
  complaint: (reply, bytes) => {
    const text = textIn(reply);
    if (!/^[\0-\xff]*$/.test(text)) return 'one character for each byte';
    return text.length > bytes ? 'no more bytes than were sent' : undefined;
  },
  families: replyStreams,
  mostHeldPerByte: 250,
  excuses: [
    ...['get cutLineLength', 'length()', 'digit(', 'at + 1;'].map((code) => ({
      file: 'chunk-reader.ts',
      code,
      why: REQUESTS,
    })),
    { file: 'chunk-reader.ts', code: 'this.#cutBlob.length + this.#chunk.length', why: MUCH },
    { file: 'chunk-reader.ts', code: "throw new ProtocolError('invalid bulk length')", why: MUCH },
    { file: 'integer.ts', code: 'function toInteger', why: COMMANDS },
    { file: 'reply.ts', code: 'function syntaxError', why: COMMANDS },
    { file: 'reply-decoder.ts', code: 'null;', why: 'there is an end only where there is something to end' },
  ],
};

/** All strings in a reply, one after the other. */
function textIn(reply: unknown): string {
  if (typeof reply === 'string') return reply;
  if (Array.isArray(reply)) return reply.map(textIn).join('');
  if (reply instanceof Map || reply instanceof Set) return textIn([...reply]);
  if (reply instanceof Push) return textIn(reply.elements);
  if (reply instanceof AttributedReply) return textIn([reply.attributes, reply.reply]);
  if (reply instanceof SimpleString) return reply.text;
  if (reply instanceof VerbatimString) return reply.format + reply.text;
  return reply instanceof ReplyError ? reply.message : '';
}
