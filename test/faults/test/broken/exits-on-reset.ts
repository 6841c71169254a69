import { serve } from './base.ts';

/** Listens to no errors, so that the first one ends the process. */
serve((socket, bytes) => socket.write(bytes, 'latin1'));
