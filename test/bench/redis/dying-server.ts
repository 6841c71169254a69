import { createServer } from 'node:net';

/** Says +PONG a hundred times, to whatever is asked, and then no more. */
let left = 100;

createServer((socket) => {
  // It is to end when it is out of breath, not when a client resets.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    for (const byte of chunk.toString('latin1')) {
      if (byte !== '*') continue;
      socket.write('+PONG\r\n');
      if (--left > 0) continue;
      console.log('out of breath');
      process.exit(7);
    }
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
