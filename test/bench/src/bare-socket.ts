import { createServer } from 'node:net';

/*
 * How fast a server in Node could be at most: this one answers every request with +OK and does not
 * even read it. An asterisk begins each request, and redis-benchmark sends none otherwise.
 */
const ASTERISK = '*'.charCodeAt(0);

const server = createServer((socket) => {
  socket.on('data', (chunk) => socket.write('+OK\r\n'.repeat(requestsIn(chunk)), 'latin1'));
  socket.on('error', () => socket.destroy());
});
server.listen(Number(process.env.PORT), '127.0.0.1');

function requestsIn(chunk: Buffer): number {
  let requests = 0;
  for (let at = chunk.indexOf(ASTERISK); at >= 0; at = chunk.indexOf(ASTERISK, at + 1)) requests++;
  return requests;
}
