import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AttributedReply,
  Double,
  encode,
  Push,
  type Reply,
  ReplyError,
  SimpleString,
  VerbatimString,
} from '../src/index.ts';
import { byteByByte, cutAt, outcomeOfReplies, outcomeOfRequests, repliesIn, requestsIn } from './chunks.ts';

const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const binary = fc.string({ unit: byte });
const line = binary.map((text) => text.replace(/[\r\n]/g, ''));
const cuts = fc.array(fc.nat());

/** A request, and one of the ways to write it. */
type Written = { request: string[]; frame: string };

const multibulk = fc.array(binary, { minLength: 1, maxLength: 6 }).map(
  (request): Written => ({
    request,
    frame: `*${request.length}\r\n${request.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`,
  }),
);

const bareWord = fc.stringMatching(/^[\w$+.:*-]{1,8}$/).map((word) => ({ word, spelling: word }));
const doubleQuotedWord = binary.map((word) => ({
  word,
  spelling: `"${word.replace(/[^ !#-[\]-~]/g, (char) => `\\x${Buffer.from(char, 'latin1').toString('hex')}`)}"`,
}));
const singleQuotedWord = line
  .map((text) => text.replaceAll('\\', ''))
  .map((word) => ({ word, spelling: `'${word.replaceAll("'", "\\'")}'` }));

const inline = fc
  .record({
    words: fc.array(fc.oneof(bareWord, doubleQuotedWord, singleQuotedWord), { minLength: 1, maxLength: 6 }),
    blank: fc.constantFrom(' ', '  ', '\t', ' \v\f '),
    end: fc.constantFrom('\n', '\r\n', ' \r\n'),
  })
  .filter(({ words }) => !words[0]?.spelling.startsWith('*'))
  .map(
    ({ words, blank, end }): Written => ({
      request: words.map(({ word }) => word),
      frame: words.map(({ spelling }) => spelling).join(blank) + end,
    }),
  );

const empty = fc
  .constantFrom('\r\n', '\n', ' \r\n', '*0\r\n', '*-1\r\n')
  .map((frame): Written => ({ request: [], frame }));

test.each([
  ['of arrays', fc.array(multibulk)],
  ['of lines', fc.array(inline)],
  ['of arrays, lines and empty ones', fc.array(fc.oneof(multibulk, inline, empty))],
])('a sequence %s is the same requests in any chunking', (_, sequences) => {
  fc.assert(
    fc.property(sequences, cuts, (sequence, places) => {
      const sent = sequence.map(({ frame }) => frame).join('');
      const requests = sequence.map(({ request }) => request).filter((request) => request.length > 0);
      expect(requestsIn([sent])).toEqual(requests);
      expect(requestsIn(cutAt(sent, places))).toEqual(requests);
      expect(requestsIn(byteByByte(sent))).toEqual(requests);
    }),
  );
});

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const unsafe = (integer: bigint) => !Number.isSafeInteger(Number(integer));

/** The replies that every version has a type for. */
const plain: fc.Arbitrary<Reply> = fc.oneof(
  binary,
  line.map((text) => new SimpleString(text)),
  line.map((message) => new ReplyError(message)),
  fc.maxSafeInteger(),
  int64.filter(unsafe),
  fc.constant(null),
);

const resp2 = fc.letrec<{ reply: Reply; array: Reply[] }>((tie) => ({
  reply: fc.oneof({ maxDepth: 4 }, plain, tie('array')),
  array: fc.array(tie('reply'), { maxLength: 5 }),
})).reply;

const resp3 = fc.letrec<{ reply: Reply; array: Reply[]; map: Map<Reply, Reply> }>((tie) => ({
  reply: fc.oneof(
    { maxDepth: 4 },
    plain,
    fc.boolean(),
    fc.double().map((value) => new Double(value)),
    fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }).filter(unsafe),
    fc
      .tuple(fc.string({ unit: byte, minLength: 3, maxLength: 3 }), binary)
      .map(([format, text]) => new VerbatimString(format, text)),
    tie('array'),
    tie('array').map((elements) => new Set(elements)),
    tie('array').map((elements) => new Push(elements)),
    tie('map'),
    fc.tuple(tie('map'), tie('reply')).map(([attributes, reply]) => new AttributedReply(attributes, reply)),
  ),
  array: fc.array(tie('reply'), { maxLength: 5 }),
  map: fc.array(fc.tuple(tie('reply'), tie('reply')), { maxLength: 4 }).map((entries) => new Map(entries)),
})).reply;

test.each([
  [2, resp2],
  [3, resp3],
] as const)('what RESP%i says is understood in any chunking', (protocol, reply) => {
  fc.assert(
    fc.property(fc.array(reply, { maxLength: 4 }), cuts, (replies, places) => {
      const sent = replies.map((each) => encode(each, protocol)).join('');
      expect(repliesIn([sent])).toStrictEqual(replies);
      expect(repliesIn(cutAt(sent, places))).toStrictEqual(replies);
      expect(repliesIn(byteByByte(sent))).toStrictEqual(replies);
    }),
  );
});

// Bytes drawn evenly are hardly ever more than one bad line: what means something is drawn more often.
const SIGNS = '*$:+-_#,(!=%~>|;.?tf0129x"\'\\ \r\n';
const LINES = ['*1', '*2', '*?', '$1', '$?', ';1', ';0', '.', '%1', '%?', '~1', '|1', ':1', '_', ',nan', ''];
const token = fc.oneof(
  fc.constantFrom(...SIGNS),
  fc.constantFrom(...LINES).map((text) => `${text}\r\n`),
  byte,
);

// Short, because a long line is refused only if its end is still on its way: that depends on the chunking.
const noise = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(''));

test.each([
  ['requests', outcomeOfRequests],
  ['replies', outcomeOfReplies],
])('any noise is the same %s and the same protocol error in any chunking', (_, outcomeOf) => {
  fc.assert(
    fc.property(noise, cuts, (sent, places) => {
      const outcome = outcomeOf([sent]);
      expect(outcomeOf(cutAt(sent, places))).toEqual(outcome);
      expect(outcomeOf(byteByByte(sent))).toEqual(outcome);
    }),
    { numRuns: 1000 },
  );
});
