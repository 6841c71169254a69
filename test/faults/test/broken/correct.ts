import { Server } from './base.ts';

new Server().listen();
