import { Command, CommanderError, Option } from 'commander';
import { UsageError } from './errors.ts';
import { another, factor, listOf, oneOf, wholeNumber } from './option-values.ts';
import type { Part, Workload } from './results.ts';

/** What is asked for on the command line. */
export type Options = {
  parts: Part[];
  /** As they were named: `05`, `05-resp` or `all`; none means the last. */
  steps: string[];
  depths: number[];
  workloads: Workload[];
  /** Undefined: as many as suit each part. */
  rounds?: number | undefined;
  servers: string[];
  scale: number;
  json?: string | undefined;
};

const PARTS: Part[] = ['throughput', 'memory', 'connections', 'expiry', 'startup'];
const WORKLOADS: Workload[] = ['GET', 'SET', 'PING'];

const OPTIONS = [
  option('--steps <list>', 'some of the steps, or all', listOf(String), [], 'the last'),
  option('--depths <list>', 'pipeline depths', listOf(wholeNumber), [1, 16, 64], '1,16,64'),
  option('--workloads <list>', 'get, set, ping', listOf(oneOf(WORKLOADS)), ['GET', 'SET'], 'get,set'),
  new Option('--rounds <number>', 'rounds (default: 7, or 3 where one takes long)').argParser(wholeNumber),
  option('--server <command>', 'another server; its port is in PORT, and {port}', another, [], 'none'),
  option('--only <list>', PARTS.join(', '), listOf(oneOf(PARTS)), PARTS, 'all'),
  new Option('--growth', 'over connections and over sizes of values, instead').conflicts('only'),
  option('--scale <factor>', 'so many times the requests, keys and connections', factor, 1, '1'),
  new Option('--json <file>', 'write everything there, each round as it was'),
];

const EXAMPLES = `
Examples:
  npm run bench
  npm run bench -- --steps all --only throughput --json results.json
  npm run bench -- --depths 64 --workloads get --rounds 3
  npm run bench -- --server 'node other.js' --server 'valkey-server --port {port}'
  npm run bench -- --growth`;

/**
 * Reads the command line. Throws a UsageError if it cannot be understood, and a CommanderError with
 * the exit code 0 after it has printed the help that was asked for.
 */
export function parseOptions(words: string[]): Options {
  try {
    const { only, growth, server, ...rest } = commandLine().parse(words, { from: 'user' }).opts<Flags>();
    return { ...rest, servers: server, parts: growth ? ['growth'] : only };
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode === 0) throw error;
    throw new UsageError(
      `${error.message.replace(/^error: |\.$/g, '')}. All options: npm run bench -- --help`,
    );
  }
}

/** What is usual, as many times as asked for, but 1 at least. */
export function scaled(usual: number, scale: number): number {
  return Math.max(1, Math.round(usual * scale));
}

/** The rounds of a part of which each takes long. */
export function fewRounds({ rounds }: Options): number {
  return Math.min(rounds ?? 3, 3);
}

type Flags = Omit<Options, 'parts' | 'servers'> & { only: Part[]; growth?: true; server: string[] };

function commandLine(): Command {
  const command = new Command('npm run bench --')
    .description('Measures steps of the course beside redis-server, by turns.')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
  for (const each of OPTIONS) command.addOption(each);
  return command;
}

function option<Value>(
  flags: string,
  description: string,
  read: (text: string, before: Value) => Value,
  usual: Value,
  usualInWords: string,
): Option {
  return new Option(flags, description).argParser(read).default(usual, usualInWords);
}
