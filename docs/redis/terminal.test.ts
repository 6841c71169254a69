import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { rawText, replyText } from '../src/playground/terminal/reply-text.ts';
import { unreadable } from '../src/playground/terminal/unreadable.ts';
import { label } from '../src/wire/label.ts';
import { fromUtf8 } from '../src/wire/unescape.ts';

const run = promisify(execFile);

/** What redis-cli prints of a reply, on a terminal. */
async function printed(reply: string, request = ['X']): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(reply, 'latin1'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const { stdout } = await run('redis-cli', ['--no-raw', '-p', `${port}`, ...request]);
    return stdout.replace(/\n$/, '');
  } catch (error) {
    if (error instanceof Error && 'stderr' in error) return String(error.stderr).trimEnd();
    throw error;
  } finally {
    server.close();
  }
}

/** What the terminal of a page prints of it. */
function shown(reply: string): string {
  const [frame] = label(reply, 'server');
  if (!frame) throw new Error(`expected a reply, got '${reply}'`);
  const problem = unreadable(frame, reply);
  return problem ?? fromUtf8(replyText(frame, reply));
}

test.each([
  ['simple string', '+OK\r\n'],
  ['simple string of odd bytes', '+a\x01"\\b\r\n'],
  ['empty simple string', '+\r\n'],
  ['error', "-ERR unknown command 'nope', with args beginning with: \r\n"],
  ['integer', ':-42\r\n'],
  ['integer with a plus', ':+5\r\n'],
  ['null bulk string', '$-1\r\n'],
  ['null array', '*-1\r\n'],
  ['null', '_\r\n'],
  ['true', '#t\r\n'],
  ['false', '#f\r\n'],
  ['double', ',1.50\r\n'],
  ['double with an exponent', ',1e5\r\n'],
  ['infinity', ',-inf\r\n'],
  ['bulk string', '$12\r\nhello, Redis\r\n'],
  ['empty bulk string', '$0\r\n\r\n'],
  ['bulk string of odd bytes', '$14\r\na"\\\n\r\t\x00\x07\b\x1b\x7f\xff\xc3\xa9\r\n'],
  ['verbatim string', '=8\r\ntxt:a\nb\x01\r\n'],
  ['verbatim string in an array', '*1\r\n=6\r\ntxt:hi\r\n'],
  ['empty array', '*0\r\n'],
  ['empty map', '%0\r\n'],
  ['empty set', '~0\r\n'],
  ['array', '*3\r\n:1\r\n$2\r\nhi\r\n$-1\r\n'],
  ['array with an error', '*1\r\n-ERR inside\r\n'],
  ['array of arrays', '*2\r\n*2\r\n:1\r\n*0\r\n*1\r\n*1\r\n+deep\r\n'],
  ['array of ten', `*10\r\n${':7\r\n'.repeat(9)}*2\r\n+a\r\n+b\r\n`],
  ['array of a hundred', `*100\r\n${':7\r\n'.repeat(99)}*2\r\n+a\r\n*2\r\n:1\r\n:2\r\n`],
  ['map', '%2\r\n$1\r\na\r\n:1\r\n+b\r\n*0\r\n'],
  ['map of maps', '%2\r\n$1\r\na\r\n%1\r\n$1\r\nb\r\n~2\r\n:1\r\n:1\r\n*2\r\n:1\r\n:2\r\n=6\r\ntxt:hi\r\n'],
  ['map of ten', `%10\r\n${'+k\r\n%1\r\n+x\r\n:1\r\n'.repeat(10)}`],
  ['map in a map in a map', '%1\r\n+k\r\n%1\r\n+a\r\n%1\r\n+b\r\n:1\r\n'],
  ['map with long keys', '%1\r\n*2\r\n:1\r\n:2\r\n*1\r\n:2\r\n'],
  ['set', '~2\r\n+orange\r\n*2\r\n:1\r\n:2\r\n'],
  ['not a number', ',nan\r\n'],
  ['big number', '(12345678901234567890123\r\n'],
  ['bulk error', '!5\r\nERR x\r\n'],
  ['attribute', '|1\r\n+ttl\r\n:3600\r\n:3\r\n'],
  ['attribute in a map', '%1\r\n|1\r\n+a\r\n:1\r\n+k\r\n:2\r\n'],
  ['streamed array', '*?\r\n:1\r\n.\r\n'],
  ['streamed string', '$?\r\n;1\r\na\r\n;0\r\n'],
  ['no reply at all', 'HTTP/1.1 200 OK\r\n'],
  ['line break', '\r\n'],
  ['word for a length', '$x\r\n'],
  ['word for a count', '*x\r\n'],
  ['word for an integer', ':abc\r\n'],
  ['word for a boolean', '#x\r\n'],
  ['word for a double', ',x\r\n'],
])('shows as redis-cli does: %s', async (_, reply) => {
  expect(shown(reply)).toBe(await printed(reply));
});

test.each([
  ['bulk string', '$14\r\n# Server\r\na:1\n\r\n'],
  ['verbatim string', '=9\r\ntxt:a\nb\x01c\r\n'],
])('shows the reply to INFO as it is: %s', async (_, reply) => {
  const [frame] = label(reply, 'server');
  expect(frame && rawText(frame, reply).replace(/\n$/, '')).toBe(await printed(reply, ['INFO']));
});
