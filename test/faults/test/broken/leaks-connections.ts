import { Server } from './base.ts';

/** Never closes its side of a connection. */
Object.assign(new Server().listen(), { allowHalfOpen: true });
