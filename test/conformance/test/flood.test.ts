import { once } from 'node:events';
import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../src/process.ts';
import { runCheck } from '../src/run.ts';
import { checks } from '../src/table.ts';

const MB = 1024 * 1024;

test('a server that never stops talking fails, and is not listened to for ever', async () => {
  let said = 0;
  function* endless() {
    yield '$999999999\r\n';
    for (; ; said += MB) yield Buffer.alloc(MB, 'x');
  }
  const server = createServer((socket) => Readable.from(endless()).pipe(socket.on('error', () => {})));
  onTestFinished(() => void server.close());
  const port = await freePort();
  await once(server.listen(port, '127.0.0.1'), 'listening');

  const info = checks.find(({ id }) => id === 'handshake/info');
  const result =
    info && (await runCheck(info, { host: '127.0.0.1', port }, 'passes', { first: 300, next: 300 }));
  expect(result?.verdict).toBe('fail');
  // What lies in the buffers of the system counts, too.
  expect(said).toBeLessThan(30 * MB);
});
