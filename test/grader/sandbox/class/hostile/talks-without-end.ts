// Says more than anybody has asked for, to everybody, and never stops.
import { createServer } from 'node:net';

const PONGS = '+PONG\r\n'.repeat(100_000);

createServer((socket) => {
  const talk = () => {
    while (socket.write(PONGS));
  };
  socket.on('drain', talk).on('error', () => {});
  talk();
}).listen(Number(process.env.PORT), '127.0.0.1');
