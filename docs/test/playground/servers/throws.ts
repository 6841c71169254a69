import { createServer } from 'node:net';

// Nobody catches this.
createServer(() => {
  throw new RangeError('a client, of all things');
}).listen(Number(process.env.PORT || '6379'), '127.0.0.1');
