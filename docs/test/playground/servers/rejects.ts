import { createServer } from 'node:net';

// Nobody waits for this.
createServer(async () => {
  throw new RangeError('a client, of all things');
}).listen(Number(process.env.PORT || '6379'), '127.0.0.1');
