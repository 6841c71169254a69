import { Server } from './base.ts';

/** Listens to no errors, so that the first one ends the process. */
new Server().listen().on('connection', (socket) => socket.removeAllListeners('error'));
