import { Server } from './base.ts';

const ROOM = 30;

/** Prints a line for each client that it turns away. */
const server = new Server().listen().on('drop', () => console.error('Too many clients'));
server.maxConnections = ROOM;
