import { styleText } from 'node:util';
import { GraderError } from '../../errors.ts';
import { isAvailable } from '../../sandbox/sandbox.ts';
import { bareGround } from './bare.ts';
import type { Ground } from './ground.ts';
import { sandboxedGround } from './sandboxed.ts';

/**
 * Throws a GraderError, which tells how to install it, if there should be a sandbox and what it takes is not
 * on `path`, which is the system's own.
 */
export async function chooseGround(inSandbox: boolean, path?: string): Promise<Ground> {
  if (!inSandbox) {
    const warning = 'Without a sandbox each fork may do all that you may: read, delete and send your files.';
    console.error(styleText('yellow', warning, { stream: process.stderr }));
    return bareGround;
  }
  const availability = await isAvailable(path);
  if (availability.available) return sandboxedGround;
  throw new GraderError(availability.reason);
}
