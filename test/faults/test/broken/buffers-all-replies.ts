import { serve } from './base.ts';

/** Writes as fast as it is asked, whether anybody reads or not. */
serve((socket, bytes) => socket.write(bytes, 'latin1')).on('connection', (socket) => {
  socket.on('error', () => {});
});
