import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningServer, startServer } from '@toy-redis/conformance';
import { afterAll, beforeAll, expect, it } from 'vitest';

const SET = '*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n$5\r\nvalue\r\n';

let server: RunningServer;
beforeAll(async () => {
  const folder = join(import.meta.dirname, '../src');
  server = await startServer({ command: () => [process.execPath, 'bare-socket.ts'], cwd: folder });
});
afterAll(() => server.stop());

it.for([
  { cut: 'not at all', pieces: [SET.repeat(64)], replies: 64 },
  { cut: 'between requests', pieces: [SET, SET, SET + SET], replies: 4 },
  {
    cut: 'within requests',
    pieces: [SET + SET.slice(0, 1), SET.slice(1, 9), SET.slice(9) + SET],
    replies: 3,
  },
  { cut: 'into single bytes', pieces: [...(SET + SET)], replies: 2 },
])('answers $replies requests with +OK each, cut $cut', async ({ pieces, replies }) => {
  const socket = connect({ ...server, noDelay: true, allowHalfOpen: true });
  let received = '';
  socket.on('data', (chunk) => (received += chunk));
  for (const piece of pieces) {
    socket.write(piece);
    await sleep(1);
  }
  socket.end();
  await once(socket, 'close');
  expect(received).toBe('+OK\r\n'.repeat(replies));
});
