/** What was asked for on the command line cannot be done: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Something that the comparison needs is not there or does not work: exit code 1. */
export class DifferentialError extends Error {
  override name = 'DifferentialError';
}
