import { untilBrokenOff } from '@toy-redis/conformance';
import type { Command } from 'commander';
import { checkOnce, toJson } from '../check/check-once.ts';
import { findLearner } from '../check/learner.ts';
import { screen } from '../check/screen.ts';
import { Watch } from '../check/watch.ts';
import { UsageError } from '../errors.ts';
import { courseSteps } from '../grading/course.ts';
import { stepNamed } from '../step-named.ts';

type Flags = { step?: string; watch?: true; json?: true };

const EXAMPLES = `
Examples:
  npx course check                         the server of the course.json in this folder
  npx course check --watch                 again at each save
  npx course check ada --step 04           the one in ada, all steps up to 04
  npx course check -- python3 server.py    any command that listens on the port in PORT

What you have reached is kept in .course/progress.json. Exit codes: 0 if all that was asked for passes,
1 if not, 2 if the question was wrong.`;

/** `course check`: sets the exit code to 1 if something fails. Throws a UsageError. */
export function addCheck(program: Command): void {
  const command = program
    .command('check')
    .summary('checks a server, and says what comes next')
    .description(
      'Checks a server, in any language, up to the first step that fails, and says what comes next.',
    )
    .argument('[dir]', 'where its course.json is, or where the command runs', '.')
    .argument('[-- command...]', 'how to start it; it finds its port in PORT')
    .option('--step <NN>', 'all steps up to this one, also beyond a failure')
    .option('--watch', 'checks again at each save')
    .option('--json', 'prints the result as npx course grade writes it, of all steps')
    .addHelpText('after', EXAMPLES);
  command.action(async () => {
    const { dir, words } = split(command.args, process.argv);
    process.exitCode = await check(dir, words, command.opts<Flags>());
  });
}

async function check(dir: string, words: string[], { step, watch, json }: Flags): Promise<number> {
  if (watch && json) throw new UsageError('expected --watch or --json, got both');
  const course = courseSteps();
  const last = step === undefined ? undefined : stepNamed(step);
  const steps = course.filter(({ number }) => !last || last.lineage.includes(number));
  const learner = await findLearner(dir, words);
  const request = { steps, stopsAtFailure: step === undefined && !json };
  return untilBrokenOff(async (signal) => {
    if (watch) {
      await new Watch(learner, request).untilQuit(signal);
      return 0;
    }
    const outcome = await checkOnce(learner, request, { signal });
    const view = { ...request, learner, course, outcome };
    process.stdout.write(json ? toJson(learner, outcome) : screen(view));
    return outcome.steps.every(({ verdict }) => verdict === 'pass') ? 0 : 1;
  });
}

/** Which words are the folder, and which come after `--`. Throws a UsageError if there is more than a folder. */
function split(operands: readonly string[], argv: readonly string[]): { dir: string; words: string[] } {
  const dashes = argv.indexOf('--');
  const words = dashes === -1 ? [] : argv.slice(dashes + 1);
  const [dir = '.', ...more] = operands.slice(0, operands.length - words.length);
  if (more.length > 0)
    throw new UsageError(`expected one folder, got '${more[0]}', too; a command comes after --`);
  return { dir, words };
}
