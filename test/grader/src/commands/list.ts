import type { Command } from 'commander';
import { readProgress } from '../check/progress.ts';
import { folderNamed } from '../folder-named.ts';
import { courseSteps } from '../grading/course.ts';
import { stepTable, whatIsNext } from '../list/step-table.ts';

const EXAMPLES = `
Examples:
  npx course list                  the steps, and what was passed in this folder
  npx course list ../my-redis      and what was passed in another`;

/** `course list`: the steps, what each adds, and what a learner has passed. Throws a UsageError. */
export function addList(program: Command): void {
  program
    .command('list')
    .summary('lists the steps, what each adds, and how far you are')
    .description('Lists the steps, what each adds to the one before, and which a server has passed.')
    .argument('[dir]', 'the folder of a server that was checked', '.')
    .addHelpText('after', EXAMPLES)
    .action(async (dir: string) => {
      const steps = courseSteps();
      const progress = await readProgress(await folderNamed(dir));
      console.log(`${stepTable(steps, progress)}\n\n${whatIsNext(steps, progress)}`);
    });
}
