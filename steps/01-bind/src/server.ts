import { on, once } from 'node:events';
import { createServer } from 'node:net';

const port = process.env.PORT || '6379';
const server = createServer();

try {
  await once(server.listen(Number(port), '127.0.0.1'), 'listening');
} catch {
  console.error(`Cannot listen on port ${port}: it must be free, and from 1 to 65535. Try PORT=6380`);
  process.exit(1);
}
console.log(`Listening on 127.0.0.1:${port}`);

for await (const [socket] of on(server, 'connection')) {
  console.log('A client has connected, and I hang up.');
  socket.destroy();
}
