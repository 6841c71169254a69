import { Server } from './base.ts';

process.on('SIGTERM', () => {
  throw new Error('expected to run for ever, got SIGTERM');
});
new Server().listen();
