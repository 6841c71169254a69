import type { Check } from '../check.ts';
import { error, frame, ok } from '../resp.ts';
import { fromResp } from './cells.ts';

const isMap = (reply: string) => /^%[1-9]/.test(reply) && reply.includes('$5\r\nproto\r\n:3\r\n');
const isFlatMap = (reply: string) => /^\*[1-9]/.test(reply) && reply.includes('$5\r\nproto\r\n:2\r\n');
const isAnything = (reply: string) => /^[-+$*%_=~:]/.test(reply);

export const handshakeChecks: Check[] = [
  {
    id: 'handshake/hello-3',
    title: 'HELLO 3 changes to RESP3, and is answered by a map that says so',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'ioredis, node-redis and redis-cli -3 begin with it; node-redis goes no further without.',
    hint: '%7\\r\\n and seven pairs: server, version, proto, id, mode, role, modules. The reply is RESP3 already.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      await wire.send(frame('HELLO', '3'));
      await wire.receiveReply('a RESP3 map, %…, in which proto is 3', isMap);
      await wire.expect(frame('ECHO', 'hey'), '$3\r\nhey\r\n');
    },
  },
  {
    id: 'handshake/hello-2',
    title: 'HELLO 2, and HELLO alone, are answered in RESP2, by a flat array',
    tier: 'full',
    needs: ['handshake/hello-3'],
    why: 'RESP2 has no maps. A client that asked for it cannot read one.',
    hint: '*14\\r\\n: the same names and values, one after the other.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      for (const request of [frame('HELLO'), frame('HELLO', '2')]) {
        await wire.send(request);
        await wire.receiveReply('a flat array, *…, in which proto is 2', isFlatMap);
      }
      await wire.send(frame('HELLO', '3'));
      await wire.receiveReply('a RESP3 map, %…, in which proto is 3', isMap);
      await wire.send(frame('HELLO', '2'));
      await wire.receiveReply('a flat array, *…, in which proto is 2', isFlatMap);
    },
  },
  {
    id: 'handshake/hello-refused',
    title: 'HELLO refuses versions that there are not, and the connection stays as it was',
    tier: 'full',
    needs: ['handshake/hello-2'],
    why: 'A client of the future asks for RESP4, is told, and asks again.',
    hint: '-NOPROTO unsupported protocol version; for what is no number, another error.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      await client.expect(['HELLO', '4'], error('NOPROTO unsupported protocol version'));
      await client.expect(['HELLO', '1'], error('NOPROTO unsupported protocol version'));
      const noNumber = 'ERR Protocol version is not an integer or out of range';
      await client.expect(['HELLO', 'three'], error(noNumber));
      await client.expect(['HELLO', '3', 'NONESUCH'], error("ERR Syntax error in HELLO option 'NONESUCH'"));
      await client.expectReply(['HELLO'], 'a flat array, *…, in which proto is 2', isFlatMap);
    },
  },
  {
    id: 'handshake/info',
    title: 'INFO tells the version, and that nothing is being loaded',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'ioredis asks before it sends anything else, and gives up if the reply is an error.',
    hint: 'A bulk string of lines: redis_version:… and loading:0 among them, each ended by \\r\\n.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      const tells = (reply: string) => /^\$\d+\r\n.*redis_version:\d+\.\d+.*loading:0\r\n/s.test(reply);
      await client.expectReply(['INFO'], 'a bulk string with redis_version:… and loading:0', tells);
    },
  },
  {
    id: 'handshake/select',
    title: 'SELECT 0 is fine; a database that there is not, or that is no number, is an error',
    tier: 'full',
    needs: ['resp/echo'],
    why: 'Clients select the database of their configuration, mostly 0.',
    hint: '-ERR DB index is out of range, or -ERR value is not an integer or out of range.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      await client.expect(['SELECT', '0'], ok);
      await client.expect(['SELECT', '99'], error('ERR DB index is out of range'));
      await client.expect(['SELECT', '-1'], error('ERR DB index is out of range'));
      await client.expect(['SELECT', 'zero'], error('ERR value is not an integer or out of range'));
    },
  },
  {
    id: 'handshake/all-answered',
    title: 'Whatever real clients say first gets one reply each, be it an error',
    tier: 'core',
    needs: ['handshake/hello-3', 'resp/unknown-command', 'resp/pipelined'],
    why: 'A client takes a refusal and goes on. A request without a reply it waits for, for ever.',
    hint: 'An unknown command is an error reply; so is an unknown subcommand.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      const greetings = [
        ['HELLO', '3'],
        ['CLIENT', 'SETINFO', 'LIB-NAME', 'ioredis'],
        ['CLIENT', 'SETINFO', 'LIB-VER', '6.0.0'],
        ['CLIENT', 'MAINT_NOTIFICATIONS', 'ON'],
        ['INFO'],
        ['COMMAND', 'DOCS'],
        ['CONFIG', 'GET', 'save'],
        ['SELECT', '0'],
      ];
      await wire.send(greetings.map((words) => frame(...words)).join(''));
      for (const [i, words] of greetings.entries()) {
        const suits = i === 0 ? isMap : isAnything;
        await wire.receiveReply(`a reply to ${words.join(' ')}`, suits);
      }
      await wire.expect(frame('ECHO', 'hey'), '$3\r\nhey\r\n');
    },
  },
];
