import { describe, expect, test } from 'vitest';
import { run } from '../src/programs.ts';
import { expires, stores } from '../src/speakers.ts';
import { Terminal } from '../src/terminal.ts';
import { visitEachSpeaker } from '../src/visit.ts';

visitEachSpeaker((step, port) => {
  describe.for([
    { call: 'redis-cli', options: [], hello: ' 5) "proto"\n 6) (integer) 2\n' },
    { call: 'redis-cli -3', options: ['-3'], hello: '3# "proto" => (integer) 3\n' },
  ])('$call', ({ options, hello }) => {
    test('prints the reply to a request on its command line', () => {
      const ping = run('redis-cli', [...options, '-p', port(), 'PING']);
      expect(ping).toEqual({ status: 0, stdout: 'PONG\n', stderr: '' });
    });

    test('shows in a terminal the reply to each line, until it is told to quit', async () => {
      const terminal = new Terminal(port(), options);
      expect(await terminal.type('PING')).toBe('PONG');
      expect(await terminal.type('ping "is anyone there?"')).toBe('"is anyone there?"');
      expect(await terminal.type('ECHO "hello world"')).toBe('"hello world"');
      expect(await terminal.type('ECHO "\\xff\\x00\\r\\n"')).toBe('"\\xff\\x00\\r\\n"');
      expect(await terminal.type('ECHO')).toBe("(error) ERR wrong number of arguments for 'echo' command");
      expect(await terminal.type('NOPE twice')).toBe(
        "(error) ERR unknown command 'NOPE', with args beginning with: 'twice' ",
      );
      expect(await terminal.type('HELLO')).toContain(hello);
      expect(await terminal.leave('quit')).toBe(0);
    });

    if (stores(step)) {
      test('shows in a terminal what is stored, and what is not', async () => {
        const terminal = new Terminal(port(), options);
        expect(await terminal.type('SET name "Ada Lovelace"')).toBe('OK');
        expect(await terminal.type('GET name')).toBe('"Ada Lovelace"');
        expect(await terminal.type('DEL name')).toBe('(integer) 1');
        expect(await terminal.type('GET name')).toBe('(nil)');
        expect(await terminal.leave('exit')).toBe(0);
      });

      test('pours thousands of requests in, and counts as many replies and no error', () => {
        const names = Array.from({ length: 5000 }, (_, index) => `key:${index}`);
        const requests = names.map((name) => `SET ${name} ${name}\r\n`).join('');
        const pouring = run('redis-cli', [...options, '-p', port(), '--pipe'], requests);
        expect(pouring).toMatchObject({ status: 0, stderr: '' });
        expect(pouring.stdout).toMatch(/\nerrors: 0, replies: 5000\n$/);
        expect(run('redis-cli', ['-p', port(), 'EXISTS', ...names]).stdout).toBe('5000\n');
      });
    }

    if (expires(step)) {
      test('shows in a terminal how long a key has to live', async () => {
        const terminal = new Terminal(port(), options);
        expect(await terminal.type('SET session Ada EX 100')).toBe('OK');
        expect(await terminal.type('TTL session')).toMatch(/^\(integer\) (9\d|100)$/);
        expect(await terminal.type('SET session Grace XX KEEPTTL')).toBe('OK');
        expect(await terminal.type('PERSIST session')).toBe('(integer) 1');
        expect(await terminal.type('TTL session')).toBe('(integer) -1');
        expect(await terminal.leave('exit')).toBe(0);
      });
    }
  });
});
