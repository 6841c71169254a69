import { Server } from './base.ts';

process.on('SIGTERM', () => {});
new Server().listen();
