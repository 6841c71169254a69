import { Server } from './base.ts';

const ROOM = 30;

/** Lets nobody in any more, once it was full. */
const server = new Server().listen().on('drop', () => (server.maxConnections = 0));
server.maxConnections = ROOM;
