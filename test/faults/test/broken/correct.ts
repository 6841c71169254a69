import type { Socket } from 'node:net';
import { serve } from './base.ts';

/** Waits for slow readers, and lets go of those who leave. */
serve((socket, bytes) => {
  if (!socket.write(bytes, 'latin1')) socket.pause().once('drain', () => socket.resume());
}).on('connection', (socket: Socket) => socket.on('error', () => {}));
