import { createServer, type Server, type Socket } from 'node:net';
import type { StepServer } from '../../src/playground/server/step-server.ts';

/** Makes a listener whose clients are clients of the playground's server. */
export function bridgeTo(server: StepServer): Server {
  return createServer({ allowHalfOpen: true, noDelay: true }, (socket) => join(socket, server));
}

function join(socket: Socket, server: StepServer): void {
  const connection = server.connect({
    onBytes: (bytes) => written(socket, bytes),
    onEnd: () => void socket.end(),
    onClosed: () => socket.destroySoon(),
    onRefused: () => void socket.resetAndDestroy(),
  });
  socket.on('data', (chunk) => {
    socket.pause();
    connection.write(chunk.toString('latin1'), () => socket.resume());
  });
  socket.on('end', () => connection.end());
  socket.on('error', () => connection.reset());
}

/** Resolves when more may be written: at once, or when the client has read. */
function written(socket: Socket, bytes: string): undefined | Promise<void> {
  if (socket.write(bytes, 'latin1')) return undefined;
  return new Promise((drained) => socket.once('drain', drained));
}
