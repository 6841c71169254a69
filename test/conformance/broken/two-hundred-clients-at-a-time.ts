// Has two hundred workers; a client keeps its worker until it leaves.
import { Pool } from './pool.ts';

new Pool(200).listen();
