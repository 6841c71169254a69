import { utf8 } from '../bytes.ts';
import type { Check } from '../check.ts';
import { error, frame, ok } from '../resp.ts';
import { fromGetSet } from './cells.ts';

const ALL_BYTES = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
const SYNTAX_ERROR = error('ERR syntax error');

export const keyspaceChecks: Check[] = [
  {
    id: 'keys/set-get',
    title: 'GET returns what SET has stored',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'This is what a database is for.',
    hint: 'SET replies +OK, GET the value as a bulk string.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      await client.expect(['SET', key, 'Ada'], ok);
      await client.expect(['GET', key], 'Ada');
      await client.expect(['GET', key], 'Ada');
    },
  },
  {
    id: 'keys/missing',
    title: 'GET of a key that there is not returns null',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'Nothing is not an empty value, and it is not an error: caches ask for what is not there all day.',
    hint: 'The null bulk string is $-1\\r\\n.',
    steps: fromGetSet('GET'),
    async run(session) {
      const client = await session.client();
      await client.expect(['GET', session.key('nobody')], null);
    },
  },
  {
    id: 'keys/missing-resp3',
    title: 'On a connection that speaks RESP3 null is _',
    tier: 'full',
    needs: ['keys/missing', 'handshake/hello-3'],
    why: 'RESP3 has one null where RESP2 has two.',
    hint: 'How a reply is written depends on what this connection has asked for in HELLO.',
    steps: fromGetSet('GET'),
    async run(session) {
      const [three, two] = [await session.connect(), await session.connect()];
      const get = frame('GET', session.key('nobody'));
      await three.expect(get, '$-1\r\n');
      await three.send(frame('HELLO', '3'));
      await three.receiveReply('a RESP3 map', (reply) => reply.startsWith('%'));
      await three.expect(get, '_\r\n');
      await two.expect(get, '$-1\r\n');
    },
  },
  {
    id: 'keys/several',
    title: 'Each key has its own value',
    tier: 'core',
    needs: ['keys/set-get'],
    why: 'A server that keeps one value passes more tests than one would think.',
    hint: 'Store values under their keys.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const names = ['one', 'two', 'three', 'four'];
      for (const name of names) await client.expect(['SET', session.key(name), `value of ${name}`], ok);
      for (const name of names) await client.expect(['GET', session.key(name)], `value of ${name}`);
      await client.expect(['GET', session.key('five')], null);
    },
  },
  {
    id: 'keys/overwrite',
    title: 'SET replaces a value, also by a shorter one',
    tier: 'core',
    needs: ['keys/set-get'],
    why: 'Values change.',
    hint: 'The last one counts, and nothing of the one before is left.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      for (const value of ['a rather long value', 'short', '', 'again']) {
        await client.expect(['SET', key, value], ok);
        await client.expect(['GET', key], value);
      }
    },
  },
  {
    id: 'keys/shared',
    title: 'What one client stores, another one finds',
    tier: 'core',
    needs: ['keys/set-get', 'concurrent/two-clients'],
    why: 'A store of one’s own for each connection is a variable.',
    hint: 'The keyspace is made once, when the server starts.',
    steps: fromGetSet('SET'),
    async run(session) {
      const [first, second] = [await session.client(), await session.client()];
      const key = session.key('name');
      await first.expect(['SET', key, 'Ada'], ok);
      await second.expect(['GET', key], 'Ada');
      await second.expect(['SET', key, 'Grace'], ok);
      await first.expect(['GET', key], 'Grace');
    },
  },
  {
    id: 'keys/outlive-connection',
    title: 'What a client has stored is there after it has left',
    tier: 'core',
    needs: ['keys/shared'],
    why: 'Programs come and go; their data should stay.',
    hint: 'Nothing that is stored belongs to a connection.',
    steps: fromGetSet('SET'),
    async run(session) {
      const key = session.key('name');
      const first = await session.client();
      await first.expect(['SET', key, 'Ada'], ok);
      first.close();
      const second = await session.client();
      await second.expect(['GET', key], 'Ada');
    },
  },
  {
    id: 'keys/case',
    title: 'Keys that differ in case are different keys',
    tier: 'core',
    needs: ['keys/several'],
    why: 'Commands may be written in any case. Keys are bytes, and compared as bytes.',
    hint: 'Change the case of the command’s name only.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      await client.expect(['SET', key, 'small'], ok);
      await client.expect(['SET', key.toUpperCase(), 'LARGE'], ok);
      await client.expect(['GET', key], 'small');
      await client.expect(['GET', key.toUpperCase()], 'LARGE');
    },
  },
  {
    id: 'keys/any-bytes',
    title: 'Keys and values may be any bytes',
    tier: 'core',
    needs: ['keys/several', 'resp/all-bytes'],
    why: 'Redis keeps pictures under hashes, and never asks which encoding they are in.',
    hint: 'Two keys that become the same text in UTF-8 are still two keys.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const keys = [ALL_BYTES, '\xff', '\xfe', '\0', 'a\r\nb', ' ', utf8('ключ 🙂')];
      for (const key of keys) await client.expect(['SET', session.key(key), key + ALL_BYTES], ok);
      for (const key of keys) await client.expect(['GET', session.key(key)], key + ALL_BYTES);
    },
  },
  {
    id: 'keys/empty',
    title: 'A key may be empty, a value too, and an empty value is not null',
    tier: 'full',
    needs: ['keys/missing', 'resp/empty-string'],
    why: 'In many languages an empty string counts as nothing. In Redis it does not.',
    hint: 'Ask whether there is such a key, not whether its value is worth anything.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      await client.expect(['SET', '', 'of the empty key'], ok);
      await client.expect(['GET', ''], 'of the empty key');
      await client.expect(['SET', '', ''], ok);
      await client.expect(['GET', ''], '');
      await client.expect(['EXISTS', ''], 1);
      await client.expect(['DEL', ''], 1);
    },
  },
  {
    id: 'keys/constructor',
    title: 'Keys that a programming language knows are keys like any other',
    tier: 'full',
    needs: ['keys/missing'],
    why: 'With a plain object as keyspace, GET toString finds something that nobody has stored.',
    hint: 'Keep keys in a map that begins empty.',
    steps: fromGetSet('GET'),
    async run(session) {
      const client = await session.client();
      for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'length']) {
        await client.expect(['GET', key], null);
        await client.expect(['SET', key, key], ok);
        await client.expect(['GET', key], key);
        await client.expect(['DEL', key], 1);
      }
    },
  },
  {
    id: 'keys/megabyte',
    title: 'A value of one megabyte is stored and returned whole',
    tier: 'full',
    needs: ['keys/set-get', 'resp/megabyte'],
    why: 'Pages, pictures and models are that large.',
    hint: 'A large reply does not go out in one piece: does anything assume so?',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const [key, value] = [session.key('large'), ALL_BYTES.repeat(4096)];
      await client.expect(['SET', key, ''], ok);
      await client.expect(['SET', key, value], ok);
      await client.expect(['GET', key], value);
      await client.expect(['DEL', key], 1);
    },
  },
  {
    id: 'keys/ten-thousand',
    title: 'Ten thousand keys are stored in one pipeline, and all are found',
    tier: 'full',
    needs: ['keys/several', 'resp/thousand-pipelined'],
    why: 'A keyspace that is searched from the front is fine for ten keys.',
    hint: 'Looking a key up should not depend on how many there are.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const keys = Array.from({ length: 10_000 }, (_, i) => session.key(`key ${i}`));
      await client.expect(['SET', session.key('key 0'), ''], ok);
      await client.expectAll(
        keys.map((key, i) => ['SET', key, `${i}`]),
        keys.map(() => ok),
      );
      await client.expectAll(
        keys.map((key) => ['GET', key]),
        keys.map((_, i) => `${i}`),
      );
      await client.expect(['DEL', ...keys], 10_000);
    },
  },
  {
    id: 'keys/del',
    title: 'DEL deletes keys and returns how many there were',
    tier: 'core',
    needs: ['keys/missing', 'keys/several'],
    why: 'The number tells a program whether it was the one that deleted.',
    hint: 'A key that was not there does not count; one that is named twice counts once.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const [a, b, none] = ['a', 'b', 'none'].map((name) => session.key(name)) as [string, string, string];
      await client.expect(['SET', a, '1'], ok);
      await client.expect(['SET', b, '2'], ok);
      await client.expect(['DEL', none], 0);
      await client.expect(['DEL', a, none, b, a], 2);
      await client.expect(['GET', a], null);
      await client.expect(['DEL', a], 0);
    },
  },
  {
    id: 'keys/exists',
    title: 'EXISTS counts the keys that there are, each as often as it is named',
    tier: 'core',
    needs: ['keys/several'],
    why: 'Asking needs no value to be sent.',
    hint: 'Unlike DEL, EXISTS changes nothing: a key that is named twice is there twice.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const [a, b, none] = ['a', 'b', 'none'].map((name) => session.key(name)) as [string, string, string];
      await client.expect(['SET', a, ''], ok);
      await client.expect(['SET', b, '2'], ok);
      await client.expect(['EXISTS', a], 1);
      await client.expect(['EXISTS', none], 0);
      await client.expect(['EXISTS', a, none, a, b], 3);
    },
  },
  {
    id: 'keys/flush-and-size',
    title: 'DBSIZE counts all keys; FLUSHALL and FLUSHDB delete them',
    tier: 'core',
    needs: ['keys/del'],
    why: 'Between two tests one wants an empty database.',
    hint: 'An overwritten key is still one key.',
    steps: fromGetSet('FLUSHALL'),
    async run(session) {
      const client = await session.client();
      for (const flush of ['FLUSHALL', 'FLUSHDB']) {
        await client.expect([flush], ok);
        await client.expect(['DBSIZE'], 0);
        for (const name of ['a', 'b', 'c', 'a']) await client.expect(['SET', name, '1'], ok);
        await client.expect(['DBSIZE'], 3);
        await client.expect(['DEL', 'b'], 1);
        await client.expect(['DBSIZE'], 2);
        await client.expect([flush], ok);
        await client.expect(['GET', 'a'], null);
        await client.expect(['DBSIZE'], 0);
      }
    },
  },
  {
    id: 'keys/flush-modes',
    title: 'FLUSHALL takes SYNC or ASYNC, and nothing else',
    tier: 'full',
    needs: ['keys/flush-and-size'],
    why: 'A command that deletes everything should not guess what was meant.',
    hint: '-ERR syntax error, and nothing is deleted.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      await client.expect(['SET', 'a', '1'], ok);
      await client.expect(['FLUSHALL', 'NOW'], SYNTAX_ERROR);
      await client.expect(['FLUSHDB', 'SYNC', 'ASYNC'], SYNTAX_ERROR);
      await client.expect(['GET', 'a'], '1');
      await client.expect(['FLUSHALL', 'async'], ok);
      await client.expect(['FLUSHDB', 'Sync'], ok);
      await client.expect(['GET', 'a'], null);
    },
  },
  {
    id: 'keys/arity',
    title: 'SET, GET, DEL, EXISTS and DBSIZE refuse a wrong number of arguments',
    tier: 'core',
    needs: ['resp/arity'],
    why: 'SET without a value is a mistake, not an empty value.',
    hint: 'Redis keeps the number of words beside each command: 2 for GET, −3 for SET, three or more.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const requests = [
        ['SET'],
        ['SET', 'a'],
        ['GET'],
        ['GET', 'a', 'b'],
        ['DEL'],
        ['EXISTS'],
        ['DBSIZE', 'a'],
      ];
      for (const request of requests) {
        const name = request[0]?.toLowerCase();
        await client.expect(request, error(`ERR wrong number of arguments for '${name}' command`));
      }
    },
  },
  {
    id: 'keys/set-syntax',
    title: 'SET refuses what it does not know',
    tier: 'full',
    needs: ['keys/set-get'],
    why: 'An option that is ignored is a promise that is not kept.',
    hint: '-ERR syntax error, and nothing is stored.',
    steps: fromGetSet('SET'),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      await client.expect(['SET', key, 'Ada', 'NONESUCH'], SYNTAX_ERROR);
      await client.expect(['SET', key, 'Ada', ''], SYNTAX_ERROR);
      await client.expect(['GET', key], null);
    },
  },
];
