// Serves the next client when the one before has left.
import { Pool } from './pool.ts';

new Pool(1).listen();
