import type { ToServer } from '../server/messages.ts';
import { tellPage } from './page.ts';
import type { Socket } from './socket.ts';

let accept: ((client: number) => Socket) | undefined;
const sockets = new Map<number, Socket>();

/** Takes the clients that come from now on; says whether nobody else does so already. */
export function listen(acceptClient: (client: number) => Socket): boolean {
  if (accept !== undefined) return false;
  accept = acceptClient;
  tellPage({ kind: 'listening' });
  return true;
}

/** A client is heard. */
export function hearClient(message: Extract<ToServer, { client: number }>): void {
  const { client } = message;
  if (message.kind !== 'connect') {
    sockets.get(client)?.hear(message);
    return;
  }
  if (accept === undefined) {
    tellPage({ kind: 'refused', client });
    return;
  }
  const socket = accept(client);
  sockets.set(client, socket);
  socket.once('close', () => sockets.delete(client));
}
