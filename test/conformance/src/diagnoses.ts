import type { Outcome } from './check.ts';
import type { Mismatch } from './mismatch.ts';
import type { Result } from './run.ts';

/** A misconception that all the checks together point to, and a sentence about it for the learner. */
export type Diagnosis = { id: string; says: string };

/** The diagnoses that fit these results. */
export function diagnose(results: readonly Result[]): Diagnosis[] {
  const resultOf = new Map(results.map((result) => [result.check.id, result]));
  const fits = ({ fails, passes }: Misconception) =>
    passes.every((id) => resultOf.get(id)?.verdict === 'pass') &&
    Object.entries(fails).every(([id, looksSo]) => {
      const mismatch = resultOf.get(id)?.mismatch;
      return mismatch !== undefined && looksSo(mismatch);
    });
  return misconceptions.filter(fits).map(({ id, says }) => ({ id, says }));
}

/** A misconception and its symptoms. */
export type Misconception = Diagnosis & {
  /** The checks that fail of it, each with what it has to have seen. */
  fails: { [checkId: string]: (seen: Mismatch) => boolean };
  /** The checks that pass all the same, and so tell it from others. */
  passes: readonly string[];
};

/** Whatever it was, somebody was there. */
const anything = ({ outcome }: Mismatch) => outcome.kind !== 'refused';

/** That this happened, in place of a reply. */
const happened =
  (...kinds: Outcome['kind'][]) =>
  ({ outcome }: Mismatch) =>
    kinds.includes(outcome.kind);

/** That bytes came which are like this: that begin so, or that match. */
const came =
  (like: string | RegExp) =>
  ({ outcome }: Mismatch) => {
    if (outcome.kind !== 'says') return false;
    return typeof like === 'string' ? outcome.bytes.startsWith(like) : like.test(outcome.bytes);
  };

/** That these bytes came where those were due. */
const insteadOf = (due: string, bytes: string | RegExp) => (seen: Mismatch) =>
  seen.expected.bytes?.startsWith(due) === true && came(bytes)(seen);

/** That an integer came for which this is so. */
const cameInteger =
  (isSo: (integer: number) => boolean) =>
  ({ outcome }: Mismatch) => {
    const [, integer] = (outcome.kind === 'says' && /^:(-?\d+)\r\n/.exec(outcome.bytes)) || [];
    return integer !== undefined && isSo(Number(integer));
  };

/** That what was due has begun to come, and then no more. */
const cameInPart = ({ expected, outcome }: Mismatch) =>
  outcome.kind === 'says' && expected.bytes?.startsWith(outcome.bytes) === true;

const NULL = '$-1\r\n';
const EMPTY = '$0\r\n\r\n';

/** All that are known, in the order in which one meets them. */
export const misconceptions: readonly Misconception[] = [
  {
    id: 'ends-lines-with-lf',
    says: 'you end lines with \\n alone, where RESP asks for \\r\\n: a client waits for both bytes',
    fails: { 'ping/once': came('+PONG\n') },
    passes: [],
  },
  {
    id: 'closes-after-each-reply',
    says: 'you close the connection after the first reply, where a client expects to go on asking',
    fails: { 'ping/twice': happened('closed') },
    passes: ['ping/once'],
  },
  {
    id: 'prompts-for-more',
    says: 'you send a prompt between the replies, and a client takes it for the beginning of the next one',
    fails: { 'ping/twice': came(/^[^+].*\+PONG\r\n/s) },
    passes: ['ping/once'],
  },
  {
    id: 'exits-when-a-client-leaves',
    says: 'your server ends when its first client leaves, where it should go back and accept the next',
    fails: { 'ping/next-client': happened('refused', 'closed') },
    passes: ['ping/once', 'ping/twice'],
  },
  {
    id: 'never-empties-its-buffer',
    says: 'you answer some requests and then fall silent, as if they filled a buffer that is never emptied',
    fails: { 'ping/hundred-times': happened('silent') },
    passes: ['ping/twice'],
  },
  {
    id: 'says-more-than-asked',
    says: 'you send a reply that nobody asked for, and a client takes it for the reply to its next request',
    fails: { 'ping/nothing-unasked': came('') },
    passes: ['ping/hundred-times'],
  },
  {
    id: 'hardcoded-pong',
    says: 'you reply +PONG to whatever you are asked, without reading what that is',
    fails: { 'resp/echo': came('+PONG\r\n') },
    passes: ['ping/twice'],
  },
  {
    id: 'one-client-at-a-time',
    says: 'you serve one client at a time: the next one waits until the one before has left',
    fails: { 'concurrent/idle-client': happened('waits') },
    passes: ['ping/once'],
  },
  {
    id: 'ten-clients-at-a-time',
    says: 'you serve a fixed number of clients at a time: the next one waits until one of them has left',
    fails: { 'concurrent/fifty-clients': happened('waits') },
    passes: ['concurrent/two-clients'],
  },
  {
    id: 'replies-in-simple-strings',
    says: 'you write every string as a line that begins with +, where ECHO returns a bulk string: $3, then hey',
    fails: { 'resp/echo': came('+hey\r\n') },
    passes: [],
  },
  {
    id: 'one-reply-per-read',
    says: 'you reply once per read, not once per request: of those that arrive together only one is answered',
    fails: { 'resp/pipelined': came(/^\+PONG\r\n$/) },
    passes: ['resp/split-writes'],
  },
  {
    id: 'one-read-one-request',
    says: 'you take what one read brings for one request, where it may be half of one, or five',
    fails: { 'resp/pipelined': anything, 'resp/split-writes': anything },
    passes: ['resp/echo'],
  },
  {
    id: 'forgets-the-cut-request',
    says: 'you throw away what is left of a read once you have replied: the beginning of the next request',
    fails: { 'resp/pipelined-cut': anything },
    passes: [],
  },
  {
    id: 'reads-one-kilobyte',
    says: 'you answer the beginning of a long read and lose the rest of it',
    fails: { 'resp/thousand-pipelined': cameInPart },
    passes: ['resp/pipelined-cut'],
  },
  {
    id: 'waits-for-one-more-chunk',
    says: 'you wait for one more chunk when a request is cut, where it may come in any number of them',
    fails: { 'resp/byte-by-byte': anything },
    passes: ['resp/split-writes'],
  },
  {
    id: 'one-decoder-for-all',
    says: 'your clients share what you keep between two reads, so that half requests of two become one',
    fails: { 'resp/two-halves': anything },
    passes: ['resp/byte-by-byte', 'concurrent/two-clients'],
  },
  {
    id: 'drops-empty-arguments',
    says: 'you lose arguments that are empty, as splitting a text and filtering its parts often does',
    fails: { 'resp/empty-string': came('-') },
    passes: ['resp/echo'],
  },
  {
    id: 'splits-at-line-breaks',
    says: 'you split requests at line breaks and ignore the lengths, so that a value with \\r\\n in it falls apart',
    fails: { 'resp/crlf-inside': anything },
    passes: ['resp/pipelined', 'resp/split-writes'],
  },
  {
    id: 'decodes-as-utf8',
    says: 'you decode what you read as UTF-8, which puts \\xef\\xbf\\xbd (�) in place of all bytes that are none',
    fails: { 'resp/all-bytes': came(/\xef\xbf\xbd/) },
    passes: [],
  },
  {
    id: 'counts-characters',
    says: 'you count characters, not bytes: é is two bytes in UTF-8, and you announce it as one',
    fails: { 'resp/length-in-bytes': came('$1\r\n') },
    passes: [],
  },
  {
    id: 'takes-any-number-of-arguments',
    says: 'you run a command without looking how many arguments there are',
    fails: { 'resp/arity': came(/^[^-]/) },
    passes: ['resp/echo'],
  },
  {
    id: 'closes-after-error',
    says: 'the connection ends after an error, which is a reply like any other: the next request may be fine',
    fails: { 'resp/arity': happened('closed'), 'resp/unknown-command': happened('closed') },
    passes: ['resp/echo'],
  },
  {
    id: 'upper-case-names-only',
    says: 'you know commands in capitals only, where most people, and ioredis, write them in small letters',
    fails: { 'resp/any-case': came('-') },
    passes: ['resp/echo'],
  },
  {
    id: 'silent-on-unknown-commands',
    says: 'you say nothing to a command that you do not know, and its client waits for ever',
    fails: { 'resp/unknown-command': happened('silent') },
    passes: ['resp/echo'],
  },
  {
    id: 'errors-of-many-lines',
    says: 'you quote line breaks in an error as they came: what follows one is taken for the next reply',
    fails: { 'resp/line-break-in-error': came(/^-[^\r\n]*foo\r\n\+OK/) },
    passes: [],
  },
  {
    id: 'object-as-table',
    says: 'you look commands up in an object, which has a constructor of its own: a Map has what you put in',
    fails: { 'resp/constructor': happened('closed', 'refused') },
    passes: ['resp/unknown-command'],
  },
  {
    id: 'knows-arrays-only',
    says: 'you understand arrays only, where a person with nc types PING and a line break',
    fails: { 'inline/ping': anything },
    passes: ['resp/pipelined'],
  },
  {
    id: 'decodes-before-it-answers',
    says: 'you decode all that has come before you answer, so that one bad request costs the good ones their replies',
    fails: { 'protocol/answers-first': came('-ERR Protocol error') },
    passes: [],
  },
  {
    id: 'one-protocol-for-all',
    says: 'you keep the version of RESP for the whole server: what one client asks for by HELLO, all get',
    fails: { 'handshake/hello-2': came(/proto\r\n:3\r\n/) },
    passes: [],
  },
  {
    id: 'get-says-a-simple-string',
    says: 'GET writes a value as a line that begins with +, where it returns a bulk string: $3, then Ada',
    fails: { 'keys/set-get': came('+Ada\r\n') },
    passes: [],
  },
  {
    id: 'missing-key-is-error',
    says: 'you take a key that there is not for an error: it is an everyday answer, null, and written $-1',
    fails: { 'keys/missing': came(/^-(?!ERR unknown command)/) },
    passes: [],
  },
  {
    id: 'missing-key-is-empty',
    says: 'you answer an empty string for a key that there is not, where null, $-1, tells the two apart',
    fails: { 'keys/missing': came(EMPTY) },
    passes: [],
  },
  {
    id: 'null-as-ever',
    says: 'you write null as $-1 also for a client that has asked for RESP3, where it is _',
    fails: { 'keys/missing-resp3': insteadOf('_', NULL) },
    passes: [],
  },
  {
    id: 'one-key-only',
    says: 'you have room for one key: each SET takes the place of the one before',
    fails: { 'keys/several': insteadOf('$12\r\nvalue of one', /^(\$-1|\$13\r\nvalue of four)\r\n/) },
    passes: ['keys/set-get'],
  },
  {
    id: 'empty-is-missing',
    says: 'you take an empty value for none, as it counts as false: ask whether the key is there',
    fails: { 'keys/overwrite': insteadOf(EMPTY, NULL) },
    passes: [],
  },
  {
    id: 'keyspace-per-connection',
    says: 'you make a keyspace for each connection, so that clients do not see what others have stored',
    fails: { 'keys/shared': insteadOf('$', NULL) },
    passes: [],
  },
  {
    id: 'forgets-whoever-left',
    says: 'you forget what a client has stored when it leaves, as if its keys were part of its connection',
    fails: { 'keys/outlive-connection': insteadOf('$', NULL) },
    passes: [],
  },
  {
    id: 'lower-cases-keys',
    says: 'you change the case of keys, not only of the name of the command',
    fails: { 'keys/case': insteadOf('$5\r\nsmall', '$5\r\nLARGE') },
    passes: [],
  },
  {
    id: 'keys-as-text',
    says: 'you make text of keys, and those that are no UTF-8 become the same text: \\xff and \\xfe are two keys',
    fails: { 'keys/any-bytes': insteadOf('$257\r\n\xff', '$257\r\n\xfe') },
    passes: [],
  },
  {
    id: 'object-as-keyspace',
    says: 'you look keys up in an object, which has properties of its own: a Map has what you put in',
    fails: { 'keys/constructor': insteadOf(NULL, /^[^-]/) },
    passes: [],
  },
  {
    id: 'ok-for-numbers',
    says: 'you say OK where a number is due: whoever deletes wants to know how many keys there were',
    fails: { 'keys/del': insteadOf(':', '+OK\r\n') },
    passes: [],
  },
  {
    id: 'exists-says-yes-or-no',
    says: 'you say whether there is a key, where EXISTS says how many of those that were named there are',
    fails: { 'keys/exists': insteadOf(':3', ':1') },
    passes: [],
  },
  {
    id: 'counts-what-was-stored',
    says: 'you count how often something was stored, where DBSIZE counts keys: an overwritten one is still one',
    fails: { 'keys/flush-and-size': insteadOf(':3', ':4') },
    passes: [],
  },
  {
    id: 'minus-one-for-missing',
    says: 'you say −1 for a key that there is not, where −1 means that it never expires, and −2 that it is not there',
    fails: { 'ttl/none': insteadOf(':-2', ':-1') },
    passes: [],
  },
  {
    id: 'ttl-in-milliseconds',
    says: 'you count milliseconds in TTL, which counts seconds; PTTL counts milliseconds',
    fails: { 'ttl/ttl-pttl': cameInteger((ttl) => ttl > 900_000) },
    passes: [],
  },
  {
    id: 'any-option-is-px',
    says: 'you take the word after any option for milliseconds, without reading which option it is',
    fails: { 'keys/set-syntax': came('+OK\r\n'), 'ttl/ttl-pttl': cameInteger((ttl) => ttl === 1) },
    passes: [],
  },
  {
    id: 'ex-is-milliseconds',
    says: 'you take the seconds of EX for milliseconds: of EX 1000 one second is left',
    fails: { 'ttl/ttl-pttl': cameInteger((ttl) => ttl === 1) },
    passes: ['keys/set-syntax'],
  },
  {
    id: 'options-in-capitals-only',
    says: 'you know the options of SET in capitals only, where they may be written in any case, as commands may',
    fails: { 'set/ex-px': came('-ERR syntax error') },
    passes: ['ttl/ttl-pttl'],
  },
  {
    id: 'keeps-ttl-over-set',
    says: 'you leave the old deadline in place when SET stores a new value, which is to stay',
    fails: { 'set/drops-ttl': cameInteger((ttl) => ttl > 0) },
    passes: [],
  },
  {
    id: 'set-nx-overwrites',
    says: 'you store with NX although the key is there: of two programs that want a lock, both get it',
    fails: { 'set/nx': insteadOf(NULL, '+OK\r\n') },
    passes: ['set/xx'],
  },
  {
    id: 'set-nx-moves-the-deadline',
    says: 'you change the deadline before you find that NX forbids to store',
    fails: { 'set/nx-keeps-ttl': cameInteger((ttl) => ttl < 0 || ttl > 1000) },
    passes: [],
  },
  {
    id: 'at-means-from-now',
    says: 'you add the time of day to a moment, which counts from 1970 already',
    fails: { 'expire/pexpireat': cameInteger((moment) => moment > 34e12) },
    passes: [],
  },
  {
    id: 'ttl-rounds-down',
    says: 'you cut off what is less than a second, where Redis rounds to the nearest: half a second counts as one',
    fails: { 'ttl/rounding': insteadOf(':33177117421', ':33177117420') },
    passes: [],
  },
  {
    id: 'negative-expire-ignored',
    says: 'you ignore a time that is zero or negative, where EXPIRE deletes the key at once and says 1',
    fails: { 'expire/past-deletes': insteadOf(':1', ':0') },
    passes: [],
  },
  {
    id: 'timer-for-each-key',
    says: 'you set a timer for a key: one of more than 2³¹ milliseconds, 25 days, fires at once',
    fails: { 'expire/century': insteadOf('$', NULL) },
    passes: ['keys/several'],
  },
  {
    id: 'deadlines-as-doubles',
    says: 'you keep deadlines in floating point, which is exact up to 2⁵³ only',
    fails: { 'expire/far-future': came(':9223372036854775808\r\n') },
    passes: [],
  },
  {
    id: 'expires-only-by-timer',
    says: 'you do not look at the deadline when a key is asked for: a timer, if there is one, comes too late',
    fails: { 'expiry/px': insteadOf(NULL, '$3\r\nAda') },
    passes: ['set/ex-px'],
  },
  {
    id: 'expire-leaves-the-old-timer',
    says: 'you change what TTL says when EXPIRE comes, but the key still goes when SET has said',
    fails: { 'expiry/seconds': insteadOf(NULL, '$3\r\nAda') },
    passes: ['expiry/px'],
  },
  {
    id: 'one-deadline-for-all',
    says: 'you delete all keys when one expires, where each has a deadline of its own',
    fails: { 'expiry/only-that-key': insteadOf('$5\r\nGrace', NULL) },
    passes: ['keys/several'],
  },
  {
    id: 'only-get-expires',
    says: 'you look at the deadline in GET only: for the other commands, too, an expired key is not there',
    fails: { 'expiry/exists': insteadOf(':0', ':1') },
    passes: ['expiry/px', 'expire/persist'],
  },
  {
    id: 'never-expires-actively',
    says: 'you delete an expired key only when it is asked for: one that nobody asks for stays for ever',
    fails: { 'expiry/active': insteadOf(':100', ':300') },
    passes: ['expiry/exists', 'expiry/only-that-key'],
  },
  {
    id: 'leaves-half-open',
    says: 'you leave your side open when the client has closed the other: reply, then close',
    fails: { 'survives/half-close': ({ expected, outcome }) => !expected.bytes && outcome.kind === 'silent' },
    passes: ['ping/next-client'],
  },
  {
    id: 'stops-when-a-client-breaks-off',
    says: 'you stop serving when a client breaks off: an error on a connection ends that connection only',
    fails: { 'survives/reset-in-request': happened('silent', 'closed', 'refused') },
    passes: ['survives/half-close'],
  },
];
