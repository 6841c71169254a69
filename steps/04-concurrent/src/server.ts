import { on, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

const port = process.env.PORT || '6379';
// A client waits for its turn with nothing read from it; one that has said all it wants to say
// (half-open: it has closed its side) still gets its reply.
const server = createServer({ pauseOnConnect: true, allowHalfOpen: true });

try {
  await once(server.listen(Number(port), '127.0.0.1'), 'listening');
} catch {
  console.error(`Cannot listen on port ${port}: it must be free, and from 1 to 65535. Try PORT=6380`);
  process.exit(1);
}
console.log(`Listening on 127.0.0.1:${port}`);

for await (const [socket] of on(server, 'connection')) {
  // What the client sends flows into `replies`, and what comes of it flows back, as fast as the client reads.
  pipeline(socket, replies, socket).catch(lose);
}

/** A reply to each thing the client says, until it leaves. */
async function* replies(socket: Socket) {
  // By default, leaving the loop would destroy the socket before the reply is out.
  for await (const _chunk of socket.iterator({ destroyOnReturn: false })) {
    yield '+PONG\r\n';
  }
}

/** A client may break off at any moment: that ends its connection, not the server. */
function lose(error: Error) {
  console.error(`Lost a client: ${error.message}`);
}
