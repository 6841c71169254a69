import { Server, type ServerOptions } from './server.ts';
import type { Socket } from './socket.ts';

export { Server } from './server.ts';
export { Socket } from './socket.ts';

type OnConnection = (socket: Socket) => void;

/** Node's `createServer`, for the options that the steps know. */
export function createServer(
  options: ServerOptions | OnConnection = {},
  onConnection?: OnConnection,
): Server {
  if (typeof options === 'function') return createServer({}, options);
  const server = new Server(options);
  if (onConnection) server.on('connection', onConnection);
  return server;
}
