import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Layout } from '../result.ts';

/** What `course grade` is told, beside the forks. */
export type Flags = {
  roster?: string;
  out: string;
  jobs: number;
  step?: string;
  layout?: Layout;
  weights?: string;
  allowNetwork: boolean;
  resume: boolean;
  sandbox: boolean;
  /** In s. */
  time: number;
  /** In MB. */
  memory: number;
  processes: number;
};

const EXAMPLES = `
Examples:
  npx course grade forks/*                          every folder there
  npx course grade https://example.org/ada/redis.git#solution
  npx course grade --roster class.csv --out grades  name,repository,ref: a line a fork
  npx course grade --roster class.csv --resume      go on where it was broken off

Exit codes: 0 if every fork was graded, whatever the marks, 1 if one could not be, 2 if the question was wrong.`;

/** Servers are waited for more than they compute, so that it takes some to keep a processor busy. */
const JOBS = 4 * availableParallelism();

export function describeGrade(command: Command): Command {
  return command
    .summary('grades a class, each fork in a sandbox of its own')
    .description('Grades forks, each in a sandbox of its own, and writes a gradebook and reports.')
    .argument('[fork...]', 'folders, git URLs or bare repositories; #name chooses a branch or a tag')
    .addOption(new Option('--roster <file>', 'a CSV file with the columns name,repository and perhaps ref'))
    .addOption(new Option('--out <folder>', 'where the results go').default('grades'))
    .addOption(new Option('--jobs <n>', 'how many at a time').argParser(from(1, 256)).default(JOBS))
    .addOption(new Option('--step <NN>', 'grade up to this step; all, if it is not given'))
    .addOption(
      new Option('--layout <layout>', 'as what, where a fork could be both').choices(['server', 'steps']),
    )
    .addOption(new Option('--weights <file>', 'how much steps count, such as { "05": 2 }'))
    .addOption(new Option('--allow-network', 'let builds reach the network').default(false))
    .addOption(
      new Option('--resume', 'keep what was graded; grade what is new or has changed').default(false),
    )
    .addOption(new Option('--no-sandbox', 'run forks as they are, with all that you may do yourself'))
    .addOption(
      new Option('--time <s>', 'for a fork, and for its build').argParser(from(1, 3600)).default(180),
    )
    .addOption(new Option('--memory <MB>', 'for a fork').argParser(from(16, 1_000_000)).default(1024))
    .addOption(new Option('--processes <n>', 'for a fork').argParser(from(1, 10_000)).default(256))
    .addHelpText('after', EXAMPLES);
}

function from(least: number, most: number) {
  return (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}, got '${text}'`);
  };
}
