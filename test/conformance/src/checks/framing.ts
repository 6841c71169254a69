import { setTimeout as sleep } from 'node:timers/promises';
import { utf8 } from '../bytes.ts';
import type { Check } from '../check.ts';
import { passes } from '../check.ts';
import { frame, pong, toBytes } from '../resp.ts';
import { fromPing, fromResp, saysPong } from './cells.ts';

const ECHO_HEY = frame('ECHO', 'hey');
const HEY = '$3\r\nhey\r\n';
/** Long enough for what was sent to arrive as a chunk of its own, in ms. */
const APART = 3;

export const framingChecks: Check[] = [
  {
    id: 'resp/echo',
    title: 'ECHO returns its argument, as a bulk string',
    tier: 'core',
    needs: ['ping/twice'],
    why: 'ECHO is the smallest request with a part that matters: the server has to read to answer it.',
    hint: 'A request is an array of bulk strings: *2\\r\\n$4\\r\\nECHO\\r\\n$3\\r\\nhey\\r\\n. The reply is $3\\r\\nhey\\r\\n.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      await client.expect(['ECHO', 'hey'], 'hey');
      await client.expect(['ECHO', 'a longer message, with spaces'], 'a longer message, with spaces');
    },
  },
  {
    id: 'resp/ping-message',
    title: 'PING with a message returns the message',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'A client that sends a word of its own knows that the reply is meant for it.',
    hint: 'Without an argument the reply is the simple string +PONG, with one it is a bulk string.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      await client.expect(['PING', 'hey'], 'hey');
      await client.expect(['PING'], pong);
    },
  },
  {
    id: 'resp/pipelined',
    title: 'Requests that arrive together are answered one by one, in order',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'Clients do not wait for a reply before the next request: pipelining is where Redis gets its speed.',
    hint: 'One read is not one request. Go on decoding until nothing whole is left.',
    steps: { ...fromPing, '02': saysPong, '05': passes },
    async run(session) {
      const wire = await session.connect();
      const requests = [frame('PING'), ECHO_HEY, frame('PING'), frame('ECHO', 'you'), frame('PING')];
      await wire.expect(requests.join(''), `+PONG\r\n${HEY}+PONG\r\n$3\r\nyou\r\n+PONG\r\n`);
    },
  },
  {
    id: 'resp/pipelined-ioredis',
    title: 'Requests that ioredis sends at once get their replies, in order',
    tier: 'core',
    needs: ['resp/pipelined'],
    why: 'This is what await Promise.all([…]) does in any program that uses Redis.',
    hint: 'Reply once for each request, not once for each chunk that is read.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      await client.expect(['ECHO', 'hey'], 'hey');
      await client.expectAll([['PING'], ['ECHO', 'hey'], ['PING']], [pong, 'hey', pong]);
    },
  },
  {
    id: 'resp/pipelined-cut',
    title: 'Of requests that arrive together, one that is cut is answered when the rest has come',
    tier: 'core',
    needs: ['resp/pipelined', 'resp/split-writes'],
    why: 'A long pipeline never ends where a network packet ends.',
    hint: 'What is left after the last whole request stays for the next chunk.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      await wire.expect(ECHO_HEY + ECHO_HEY + ECHO_HEY.slice(0, 10), HEY + HEY);
      await wire.expect(ECHO_HEY.slice(10) + frame('PING'), `${HEY}+PONG\r\n`);
    },
  },
  {
    id: 'resp/thousand-pipelined',
    title: 'A thousand requests in one write get a thousand replies, in order',
    tier: 'full',
    needs: ['resp/pipelined'],
    why: 'Bulk loading sends far more at once than fits a single read.',
    hint: 'Does anything assume that a chunk ends where a request ends?',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      const words = Array.from({ length: 1000 }, (_, i) => `word ${i}`);
      await wire.expect(words.map((word) => frame('ECHO', word)).join(''), words.map(toBytes).join(''));
    },
  },
  {
    id: 'resp/split-writes',
    title: 'A request that arrives in two parts, cut anywhere, is answered once, when it is whole',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'TCP carries a stream of bytes. Where it is cut into packets means nothing, and changes.',
    hint: 'Keep what has come so far, and look again when more comes; the cut may fall between \\r and \\n.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      for (let cut = 1; cut < ECHO_HEY.length; cut++) {
        await wire.send(ECHO_HEY.slice(0, cut));
        await sleep(APART);
        await wire.expect(ECHO_HEY.slice(cut), HEY);
      }
    },
  },
  {
    id: 'resp/byte-by-byte',
    title: 'A request that arrives byte by byte is answered once, when it is whole',
    tier: 'core',
    needs: ['resp/split-writes'],
    why: 'A decoder that starts over with each chunk may pass with two of them, and fail with thirty.',
    hint: 'The state between two chunks has to be all that is known so far, not the last chunk only.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      for (const byte of ECHO_HEY.slice(0, -1)) {
        await wire.send(byte);
        await sleep(1);
      }
      await wire.expectSilence(20);
      await wire.expect('\n', HEY);
    },
  },
  {
    id: 'resp/two-halves',
    title: 'Two clients, each with half a request, do not get into each other’s way',
    tier: 'core',
    needs: ['resp/split-writes', 'concurrent/two-clients'],
    why: 'Requests of many clients are under way at any moment.',
    hint: 'Each connection needs a decoder of its own.',
    steps: { ...fromPing, '02': saysPong, '05': passes },
    async run(session) {
      const [first, second] = [await session.connect(), await session.connect()];
      const [one, two] = [frame('ECHO', 'one'), frame('ECHO', 'two')];
      await first.send(one.slice(0, 18));
      await sleep(APART);
      await second.send(two.slice(0, 21));
      await sleep(APART);
      await first.expect(one.slice(18), '$3\r\none\r\n');
      await second.expect(two.slice(21), '$3\r\ntwo\r\n');
    },
  },
  {
    id: 'resp/empty-string',
    title: 'An empty argument is an argument',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'Empty strings are values: a field that was cleared, a flag that is set.',
    hint: '$0\\r\\n\\r\\n is a bulk string of no bytes. In many languages the empty string counts as false.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      await client.expect(['ECHO', ''], '');
      await client.expect(['PING', ''], '');
    },
  },
  {
    id: 'resp/crlf-inside',
    title: 'An argument may contain \\r\\n, and what looks like RESP',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'Lengths come first so that values may hold anything; who splits at line breaks breaks them.',
    hint: 'Take as many bytes as the length says, without looking at them.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      for (const message of ['a\r\nb', '\r\n', '$3\r\nhey\r\n', '*1\r\n$4\r\nPING\r\n']) {
        await client.expect(['ECHO', message], message);
      }
    },
  },
  {
    id: 'resp/all-bytes',
    title: 'An argument may contain each of the 256 bytes',
    tier: 'core',
    needs: ['resp/crlf-inside'],
    why: 'People keep pictures, compressed pages and serialized objects in Redis.',
    hint: 'Nothing may be decoded as UTF-8 on its way: bytes that are no UTF-8 would not survive.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      const all = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
      await client.expect(['ECHO', all], all);
      await client.expect(['ECHO', '\0'], '\0');
      await client.expect(['ECHO', '\xff\xfe\xc3\x28'], '\xff\xfe\xc3\x28');
    },
  },
  {
    id: 'resp/length-in-bytes',
    title: 'Lengths count bytes, not characters',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'é is one character and two bytes. A length that counts characters ends in the middle of a word.',
    hint: 'Count on the bytes, before they become text or after they have ceased to be.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      for (const text of ['é', 'naïve café', '日本語', '🙂 and more']) {
        await client.expect(['ECHO', utf8(text)], utf8(text));
      }
      await client.expect(['PING'], pong);
    },
  },
  {
    id: 'resp/megabyte',
    title: 'An argument of one megabyte comes back whole',
    tier: 'full',
    needs: ['resp/split-writes'],
    why: 'Redis takes values of up to 512 MB. They arrive in thousands of pieces.',
    hint: 'Joining all that has come so far with each new piece takes time that grows with its square.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      const message = 'abcdefgh'.repeat(128 * 1024);
      await client.expect(['ECHO', 'hey'], 'hey');
      await client.expect(['ECHO', message], message);
    },
  },
  {
    id: 'resp/many-arguments',
    title: 'A request of 10,000 arguments is read whole, before it is refused',
    tier: 'full',
    needs: ['resp/arity'],
    why: 'DEL with many keys is an everyday request.',
    hint: 'After a refusal the next request begins behind the last argument of this one.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      const words = Array.from({ length: 10_000 }, (_, i) => `word ${i}`);
      const bytes = toBytes('hey');
      await client.wire.send(frame('ECHO', ...words) + ECHO_HEY);
      await client.wire.receive(`-ERR wrong number of arguments for 'echo' command\r\n${bytes}`);
    },
  },
  {
    id: 'resp/empty-requests',
    title: 'A request of no words is passed over in silence',
    tier: 'full',
    needs: ['resp/pipelined'],
    why: 'An empty line keeps a connection alive, and some clients send *0.',
    hint: '\\r\\n, *0\\r\\n and *-1\\r\\n are requests of no words: no reply, no error.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      await wire.expect(`\r\n*0\r\n\n*-1\r\n${ECHO_HEY}\r\n`, HEY);
      await wire.expect(frame('PING'), '+PONG\r\n');
    },
  },
];
