import { serve } from './base.ts';

/** Makes room for as many arguments as are announced. */
const rooms: Buffer[] = [];

serve((socket, bytes) => socket.write(bytes, 'latin1')).on('connection', (socket) => {
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    if (/^\*\d{6,}/.test(chunk.toString())) rooms.push(Buffer.alloc(8 * 1024 * 1024, 1));
  });
});
