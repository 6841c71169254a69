/** What was asked for on the command line cannot be done: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A file in the folder of cases that is none: exit code 1. */
export class WrongCaseError extends Error {
  override name = 'WrongCaseError';

  constructor(file: string, expected: string) {
    super(`expected ${expected} in ${file}`);
  }
}
