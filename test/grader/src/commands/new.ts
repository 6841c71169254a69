import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { isLine } from '../course-file.ts';
import { UsageError } from '../errors.ts';
import { type CourseStep, courseSteps } from '../grading/course.ts';
import { makeLearnerFolder } from '../new/learner-folder.ts';
import { stepNamed } from '../step-named.ts';

const START = 'node server.js';
const START_OF_A_STEP = 'node src/server.ts';

const EXAMPLES = `
Examples:
  npx course new ../my-redis                               in any language, from nothing
  npx course new ../my-redis --start 'python3 server.py'
  npx course new ../my-redis --from 05                     in TypeScript, from our step 05

A folder outside of the course can become a repository of its own: git init ../my-redis`;

/** `course new`: a folder for a learner's own server. Throws a UsageError. */
export function addNew(program: Command): void {
  program
    .command('new')
    .summary('makes a folder for a server of your own')
    .description(
      'Makes a folder for a server of your own, in any language, or as a step of the course has it.',
    )
    .argument('<dir>', 'the folder, which must be new or empty')
    .option('--from <step>', 'begin with the source of a step, such as 05')
    .addOption(
      new Option('--start <command>', 'the command that starts the server')
        .argParser(expectLine)
        .conflicts('from'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (dir: string, options: { from?: string; start?: string }) => {
      const folder = resolve(dir);
      const from = options.from === undefined ? undefined : stepNamed(options.from);
      const start = from ? START_OF_A_STEP : (options.start ?? START);
      await makeLearnerFolder({ folder, start, from, next: stepAfter(from) });
      console.log(`Made ${folder}. Its README.md tells what to do next. Have it checked by:`);
      console.log(`  npx course check ${dir} --watch`);
    });
}

function stepAfter(from: CourseStep | undefined): CourseStep | undefined {
  const steps = courseSteps();
  return steps[steps.findIndex(({ number }) => number === from?.number) + 1];
}

function expectLine(start: string): string {
  if (isLine(start)) return start;
  throw new UsageError(`expected --start to be a line of text, got ${JSON.stringify(start)}`);
}
