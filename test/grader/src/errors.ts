/** The command line asks for something that cannot be. It is told in one line, with exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What was asked for could not be done, for a known reason. It is told in one line, with exit code 1. */
export class GraderError extends Error {
  override name = 'GraderError';
}
