import type { Check } from '../check.ts';
import { error, frame, pong } from '../resp.ts';
import { fromResp } from './cells.ts';

const WRONG_ARITY = (command: string) => error(`ERR wrong number of arguments for '${command}' command`);

export const commandChecks: Check[] = [
  {
    id: 'resp/any-case',
    title: 'Names of commands may be written in capitals, small letters, or both',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'redis-cli sends what was typed, node-redis sends capitals, ioredis small letters.',
    hint: 'Bring the name into one case before you look it up; leave the arguments as they are.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      for (const name of ['ECHO', 'echo', 'Echo', 'eChO']) await client.expect([name, 'Hey'], 'Hey');
    },
  },
  {
    id: 'resp/arity',
    title: 'A wrong number of arguments is an error that names the command, and the connection lives on',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'A request that is answered with a guess is worse than one that is refused.',
    hint: "-ERR wrong number of arguments for 'echo' command\\r\\n: with the name in small letters.",
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      await client.expect(['ECHO'], WRONG_ARITY('echo'));
      await client.expect(['Echo', 'a', 'b'], WRONG_ARITY('echo'));
      await client.expect(['ECHO', 'hey'], 'hey');
    },
  },
  {
    id: 'resp/ping-arity',
    title: 'PING takes one message at most',
    tier: 'full',
    needs: ['resp/arity', 'resp/ping-message'],
    why: 'An optional argument is not any number of arguments.',
    hint: 'PING a b is refused like any request with too many arguments.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      await client.expect(['PING', 'a', 'b'], WRONG_ARITY('ping'));
      await client.expect(['PING'], pong);
    },
  },
  {
    id: 'resp/unknown-command',
    title: 'An unknown command is an error, and the connection lives on',
    tier: 'core',
    needs: ['resp/echo'],
    why: 'Clients try commands that a server may not have, and go on if they are told so. Silence hangs them.',
    hint: 'Reply with a line that begins with -ERR unknown command, and go on with the next request.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      const text = 'an error: -ERR unknown command …';
      await client.expectReply(['NONESUCH', 'a'], text, (reply) => reply.startsWith('-ERR unknown command'));
      await client.expect(['ECHO', 'hey'], 'hey');
    },
  },
  {
    id: 'resp/unknown-command-text',
    title: 'The error for an unknown command quotes the request',
    tier: 'full',
    needs: ['resp/unknown-command'],
    why: 'Whoever reads a log sees the typing error at once.',
    hint: "Each argument between single quotes with a space after it, also after the last: 'bar' 'baz' .",
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      const unknown = (name: string, args: string) =>
        error(`ERR unknown command '${name}', with args beginning with: ${args}`);
      await client.expect(['foo'], unknown('foo', ''));
      await client.expect(['Foo', 'bar', 'b z'], unknown('Foo', "'bar' 'b z' "));
      const long = 'x'.repeat(300);
      await client.expect([long, long], unknown(long.slice(0, 128), `'${long.slice(0, 128)}' `));
      const many = Array.from({ length: 100 }, () => 'word');
      await client.expect(['foo', ...many], unknown('foo', `${"'word' ".repeat(18)}'wo' `));
    },
  },
  {
    id: 'resp/line-break-in-error',
    title: 'A line break in a request does not end the error that quotes it',
    tier: 'full',
    needs: ['resp/unknown-command-text'],
    why: 'Else a client could make the server say whatever it likes, to whoever shares the connection.',
    hint: 'An error is a line. Redis sends a space for each \\r and each \\n in it.',
    steps: fromResp,
    async run(session) {
      const client = await session.client();
      const reply = error("ERR unknown command 'foo  +OK', with args beginning with: ' ' ");
      await client.expect(['foo\r\n+OK', '\n'], reply);
      await client.expect(['PING'], pong);
    },
  },
  {
    id: 'resp/constructor',
    title: 'Words that a programming language knows are unknown commands like any other',
    tier: 'full',
    needs: ['resp/unknown-command'],
    why: 'With a plain object as table of commands, a request for `constructor` crashes a server in JavaScript.',
    hint: 'Look names up in a table that has the names that you put in, and no others.',
    steps: fromResp,
    async run(session) {
      // A bare connection: ioredis itself trips over a command named toString.
      const wire = await session.connect();
      for (const name of [
        'constructor',
        '__proto__',
        'toString',
        'hasOwnProperty',
        '__class__',
        'null',
        '',
      ]) {
        await wire.expect(frame(name), `-ERR unknown command '${name}', with args beginning with: \r\n`);
      }
      await wire.expect(frame('PING'), '+PONG\r\n');
    },
  },
];
