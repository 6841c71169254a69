import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UsageError } from './errors.ts';
import { faults } from './faults/all.ts';
import type { Fault } from './faults/fault.ts';

/** What is asked for on the command line. */
export type Options = {
  /** As they were named: `05`, `05-resp` or `all`; none means the last. */
  steps: string[];
  faults: Fault[];
  /** So many times the clients, bytes, keys and seconds. */
  scale: number;
  json?: string | undefined;
};

type Flags = { steps: string[]; only: Fault[]; scale: number; json?: string };

/**
 * Reads the command line. Throws a UsageError if it cannot be understood, and a CommanderError with
 * the exit code 0 after it has printed the help that was asked for.
 */
export function parseOptions(words: string[]): Options {
  try {
    const { only, ...rest } = commandLine().parse(words, { from: 'user' }).opts<Flags>();
    return { ...rest, faults: only };
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode === 0) throw error;
    const problem = error.message.replace(/^error: |\.$/g, '');
    throw new UsageError(`${problem}. All options: npm run test:faults -- --help`);
  }
}

function commandLine(): Command {
  return new Command('npm run test:faults --')
    .description('Puts steps of the course under load and faults, and asks what became of them.')
    .addOption(
      new Option('--steps <list>', 'some of the steps, or all').argParser(namesIn).default([], 'the last'),
    )
    .addOption(new Option('--only <names>', names(faults)).argParser(faultsIn).default(faults, 'all'))
    .addOption(new Option('--scale <factor>', 'so many times the load').argParser(factor).default(1))
    .addOption(new Option('--json <file>', 'write all figures there'))
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
}

function faultsIn(text: string): Fault[] {
  const chosen = namesIn(text);
  const unknown = chosen.find((name) => !faults.some((fault) => fault.name === name));
  if (unknown === undefined) return faults.filter(({ name }) => chosen.includes(name));
  throw new InvalidArgumentError(`Expected some of ${names(faults)}, got '${unknown}'`);
}

/** From a hundredth to one. */
function factor(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (value >= 0.01 && value <= 1) return value;
  throw new InvalidArgumentError(`Expected a number from 0.01 to 1, got '${text}'`);
}

function namesIn(text: string): string[] {
  return text.split(',').map((name) => name.trim());
}

function names(faults: Fault[]): string {
  return faults.map(({ name }) => name).join(',');
}
