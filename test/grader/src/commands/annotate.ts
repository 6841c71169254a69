import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { annotations } from '../annotate/annotations.ts';
import { mainFile } from '../annotate/main-file.ts';
import { GraderError } from '../errors.ts';
import type { ForkResult } from '../result.ts';

const EXAMPLES = `
Examples:
  npx course check ../my-redis --json > result.json
  npx course annotate ../my-redis result.json`;

/** `course annotate`: for the workflow that a learner's folder has, and not for people. */
export function addAnnotate(program: Command): void {
  program
    .command('annotate', { hidden: true })
    .description('Tells GitHub Actions what failed, beside the files of a pull request or a push.')
    .argument('<dir>', 'the folder that was checked')
    .argument('<result>', 'what was printed by npx course check --json')
    .addHelpText('after', EXAMPLES)
    .action(async (dir: string, file: string) => {
      const result = await readResult(resolve(file));
      for (const line of annotations(result, await mainFile(resolve(dir)))) console.log(line);
    });
}

async function readResult(file: string): Promise<ForkResult> {
  try {
    const result: ForkResult = JSON.parse(await readFile(file, 'utf8'));
    if (result.schema === 'toy-redis-result/1') return result;
  } catch {
    // It is told of below, like a file of another kind.
  }
  throw new GraderError(
    `expected a result as npx course check --json prints it, got ${file}: see what it said`,
  );
}
