export { UsageError } from '@toy-redis/bench/errors';

/** A fault could not be carried through, as the server did not do its part: it has failed. */
export class FaultError extends Error {
  override name = 'FaultError';
}
