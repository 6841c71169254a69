import { randomInt } from 'node:crypto';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UsageError } from './errors.ts';
import type { Target } from './target.ts';
import { replies } from './targets/replies.ts';
import { requests } from './targets/requests.ts';

/** What is asked for on the command line. */
export type Options = {
  /** In all. */
  seconds: number;
  target: Target[];
  seed: number;
  /** The most inputs of a target. */
  runs: number;
};

const TARGETS = [requests, replies];
const NAMES = TARGETS.map(({ name }) => name).join(',');
const MOST_SEED = 2 ** 31 - 1;

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
    throw new UsageError(`${problem}. All options: npm run test:fuzz -- --help`);
  }
}

function commandLine(): Command {
  const number = (flag: string, text: string) =>
    new Option(`--${flag} <number>`, text).argParser(wholeNumber);
  return new Command('npm run test:fuzz --')
    .description('Sends the decoders of shared/resp whatever may come, and watches what it costs them.')
    .addOption(number('seconds', 'how long to search').default(20))
    .addOption(new Option('--target <list>', NAMES).argParser(targetsIn).default(TARGETS, 'both'))
    .addOption(number('seed', 'where to begin').default(randomInt(MOST_SEED), 'a random one'))
    .addOption(number('runs', 'the most inputs of a target').default(Infinity, 'no limit'))
    .addHelpText('after', '\nExample:\n  npm run test:fuzz -- --target requests --seconds 600')
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
}

function wholeNumber(text: string): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (value <= MOST_SEED) return value;
  throw new InvalidArgumentError(`Expected a whole number from 0, got '${text}'`);
}

function targetsIn(text: string): Target[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !TARGETS.some((target) => target.name === name));
  if (unknown === undefined) return TARGETS.filter(({ name }) => names.includes(name));
  throw new InvalidArgumentError(`Expected some of ${NAMES}, got '${unknown}'`);
}
