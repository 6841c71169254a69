import { on, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { debuglog } from 'node:util';
import { encode, ProtocolError, RequestDecoder } from '@toy-redis/resp';
import { execute } from './commands.ts';
import { Connection } from './handshake.ts';

const port = process.env.PORT || '6379';
const debug = debuglog('toy-redis');
const MAX_WRITE = 64 * 1024;
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
  socket.setDefaultEncoding('latin1');
  // What the client sends flows into `replies`, and what comes of it flows back, as fast as the client reads.
  pipeline(socket, replies(socket)).catch(lose);
}

/** A reply to each thing the client says, until it leaves. */
function replies(socket: Socket): Writable {
  const decoder = new RequestDecoder();
  const connection = new Connection();

  async function reply(chunk: Buffer) {
    if (connection.closing) return;
    // First hear everybody out, then write: clients wake up once for all. Redis: `beforeSleep`.
    socket.cork();
    setImmediate(() => socket.uncork());
    for (const bytes of answer(decoder.decode(chunk), connection)) {
      if (!socket.write(bytes)) await once(socket, 'drain');
    }
    if (connection.closing) socket.end();
  }

  // The next chunk comes when this one is answered, and the end after the last.
  return new Writable({
    write: (chunk, _encoding, done) => reply(chunk).then(() => done(), done),
    final: (done) => socket.end(() => done()),
  });
}

/** The replies to the requests of one chunk, together: a write for each would cost more than all else. */
function* answer(requests: Iterable<string[]>, connection: Connection) {
  let bytes = '';
  try {
    for (const request of requests) {
      debug('%j', request);
      bytes += encode(execute(request, connection), connection.protocol);
      if (connection.closing) break;
      if (bytes.length < MAX_WRITE) continue;
      yield bytes;
      bytes = '';
    }
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    connection.closing = true;
    bytes += encode(error, connection.protocol);
  }
  if (bytes !== '') yield bytes;
}

/** A client may break off at any moment: that ends its connection, not the server. */
function lose(error: Error) {
  console.error(`Lost a client: ${error.message}`);
}
