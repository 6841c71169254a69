import { once } from 'node:events';
import { StepServer } from '../../src/playground/server/step-server.ts';
import { bridgeTo } from './bridge.ts';
import { nodeWorker } from './node-worker.ts';

// The playground's server behind a real port: what speaks to a step's own server can speak to it.
const [, , file = ''] = process.argv;
const print = (line: string, stream: 'out' | 'err') => console[stream === 'out' ? 'log' : 'error'](line);
const server = await StepServer.start('', print, nodeWorker(file));
await once(bridgeTo(server).listen(Number(process.env.PORT), '127.0.0.1'), 'listening');
