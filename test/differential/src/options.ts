import { randomInt } from 'node:crypto';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UsageError } from './errors.ts';

/** What is asked for on the command line. */
export type Options = {
  seconds: number;
  /** Their numbers; none means all that speak RESP. */
  steps: string[];
  seed: number;
  /** The most inputs of a step. */
  runs: number;
};

const MOST_SEED = 2 ** 31 - 1;

const EXAMPLES = `
Examples:
  npm run test:differential
  npm run test:differential -- --steps 07 --seconds 600
  npm run test:differential -- --seed 42 --runs 1000`;

/**
 * Reads the command line. Throws a UsageError if it cannot be understood, and a CommanderError with
 * the exit code 0 after it has printed the help that was asked for.
 */
export function parseOptions(words: string[]): Options {
  try {
    return commandLine().parse(words, { from: 'user' }).opts<Options>();
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode === 0) throw error;
    const problem = error.message.replace(/^error: |\.$/g, '');
    throw new UsageError(`${problem}. All options: npm run test:differential -- --help`);
  }
}

function commandLine(): Command {
  return new Command('npm run test:differential --')
    .description(
      'Sends the same bytes to steps of the course and to redis-server, and compares all that comes.',
    )
    .addOption(new Option('--seconds <number>', 'how long to search').argParser(wholeNumber).default(60))
    .addOption(
      new Option('--steps <list>', 'some of the steps').argParser(list).default([], 'all that speak RESP'),
    )
    .addOption(
      new Option('--seed <number>', 'where to begin')
        .argParser(wholeNumber)
        .default(randomInt(MOST_SEED), 'a random one'),
    )
    .addOption(
      new Option('--runs <number>', 'the most inputs of a step')
        .argParser(wholeNumber)
        .default(Infinity, 'no limit'),
    )
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
}

function wholeNumber(text: string): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (value <= MOST_SEED) return value;
  throw new InvalidArgumentError(`Expected a whole number from 0, got '${text}'`);
}

function list(text: string): string[] {
  return [...new Set(text.split(',').map((each) => each.trim()))];
}
