import { Server } from './base.ts';

const ROOM = 30;

/** Gives up when there is no room for one client more. */
const server = new Server().listen().on('drop', () => process.exit(1));
server.maxConnections = ROOM;
