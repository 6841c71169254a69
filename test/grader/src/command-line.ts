import { Command, CommanderError } from 'commander';
import { addAnnotate } from './commands/annotate.ts';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addGrade } from './commands/grade.ts';
import { addList } from './commands/list.ts';
import { addNew } from './commands/new.ts';
import { UsageError } from './errors.ts';

const EXAMPLES = `
Examples:
  npx course list                          the steps, and how far you are
  npx course new ../my-redis               a folder for a server of your own, in any language
  npx course check ../my-redis --watch     what it does right, whenever you save
  npx course diff 06                       the lesson of step 06
  npx course grade --roster class.csv --out results

Each command has examples of its own: npx course check --help`;

/** `course` and its commands. It leaves to its caller what is said of mistakes. */
export function commandLine(): Command {
  const program = new Command('npx course')
    .usage('<command>')
    .description('Build your own Redis, and have it checked: by yourself, or a whole class of them.')
    .helpOption('-h, --help', 'show help, also of a command')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
  for (const add of [addList, addNew, addCheck, addDiff, addGrade, addAnnotate]) add(program);
  return program;
}

/**
 * Runs the command that the words name. Throws what it throws; a UsageError if the words cannot be
 * understood; and a CommanderError with the exit code 0 after it has printed the help that was asked for.
 */
export async function runCommand(program: Command, words: string[]): Promise<void> {
  try {
    await program.parseAsync(words.length > 0 ? words : ['--help'], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode === 0) throw error;
    throw new UsageError(`${inOneLine(error.message)} ${helpFor(program, words)}`);
  }
}

/** Of "error: unknown command 'chek'\n(Did you mean check?)" the part that matters. */
function inOneLine(message: string): string {
  const [problem = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const sentence = problem.charAt(0).toUpperCase() + problem.slice(1).replace(/\.$/, '');
  return suggestion === '' ? `${sentence}.` : `${sentence}. ${suggestion.replace(/^\(|\)$/g, '')}`;
}

function helpFor(program: Command, [name]: string[]): string {
  const command = program.commands.find((each) => each.name() === name);
  return command ? `All options: npx course ${command.name()} --help` : 'All commands: npx course --help';
}
