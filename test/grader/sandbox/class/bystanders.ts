import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { COURSE } from './make.ts';

const TABLE = join(COURSE, 'test/conformance/src/table.ts');

/** What no fork may reach or change. */
export type Bystanders = {
  /** A port of this machine. */
  port: number;
  /** What was done to them; nothing, if all is well. */
  harm: () => string[];
  close: () => void;
};

/** Those who stand by while a class is graded: a neighbour who listens, and the checks. */
export async function standBy(): Promise<Bystanders> {
  const table = readFileSync(TABLE, 'utf8');
  let visitors = 0;
  const neighbour = createServer(() => visitors++);
  const port = await new Promise<number>((resolve) => {
    neighbour.listen(0, '127.0.0.1', () => {
      const address = neighbour.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const harm = () => [
    ...(visitors === 0 ? [] : ['the neighbour was reached']),
    ...(readFileSync(TABLE, 'utf8') === table ? [] : ['the checks were changed']),
    ...(existsSync('/graded') ? ['something was left outside'] : []),
  ];
  return { port, harm, close: () => neighbour.close() };
}
