import { Server } from './base.ts';

/** Remembers something of each client for ever. */
const clients: string[][] = [];

new Server().listen().on('connection', () => {
  clients.push(Array.from({ length: 10_000 }, (_, at) => `client ${at}`));
});
