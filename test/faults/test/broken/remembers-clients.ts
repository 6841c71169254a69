import { serve } from './base.ts';

/** Remembers something of each client for ever. */
const clients: string[][] = [];

serve((socket, bytes) => socket.write(bytes, 'latin1')).on('connection', (socket) => {
  clients.push(Array.from({ length: 10_000 }, (_, at) => `client ${at}`));
  socket.on('error', () => {});
});
