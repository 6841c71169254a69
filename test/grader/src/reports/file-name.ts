import { createHash } from 'node:crypto';

const SAFE = /^[a-z\d](?:[a-z\d._-]{0,78}[a-z\d])?$/;
/** What Windows takes for a device, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/** Where the page of the class is, below the folder of the report. */
export const CLASS_PAGE = 'index.html';

/** Where the page of a fork is, below the folder of the report. */
export function forkPagePath(fork: string): string {
  return `forks/${fileNameOf(fork)}.html`;
}

/**
 * A file name for a fork, without extension, that is safe on every system and in every URL. No two forks
 * have the same, also where capitals make no difference: a name that has to be changed gets a digest.
 */
export function fileNameOf(fork: string): string {
  if (SAFE.test(fork) && !DEVICE.test(fork)) return fork;
  const words = fork
    .slice(0, 200)
    .toLowerCase()
    .match(/[a-z\d]+/g) ?? ['fork'];
  return `${words.join('-').slice(0, 40)}~${digest(fork)}`;
}

/** Of the name as it is: in UTF-8, all halves of characters are the same. */
function digest(fork: string): string {
  return createHash('sha256').update(Buffer.from(fork, 'utf16le')).digest('hex').slice(0, 20);
}
