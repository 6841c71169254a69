import { serve } from './base.ts';

/** Never closes its side of a connection. */
const server = serve((socket, bytes) => socket.write(bytes, 'latin1'));
Object.assign(server, { allowHalfOpen: true });
server.on('connection', (socket) => socket.on('error', () => {}));
