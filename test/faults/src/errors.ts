/** What was asked for on the command line cannot be done: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A fault could not be carried through, as the server did not do its part: it has failed. */
export class FaultError extends Error {
  override name = 'FaultError';
}
