// Has ten workers; a client keeps its worker until it leaves.
import { Pool } from './pool.ts';

new Pool(10).listen();
