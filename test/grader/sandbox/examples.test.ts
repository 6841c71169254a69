import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, runChecks, startServer } from '@toy-redis/conformance';
import { type TestContext, test } from 'vitest';

const EXAMPLES = join(import.meta.dirname, '../examples');

/** A copy of an example, built if it is to be, and the command that starts it. */
async function exampleOf(
  language: string,
  { onTestFinished }: TestContext,
): Promise<{ cwd: string; start: string }> {
  const cwd = await mkdtemp(join(tmpdir(), 'toy-redis-example-'));
  onTestFinished(() => rm(cwd, { recursive: true }));
  await cp(join(EXAMPLES, language), cwd, { recursive: true });
  const { build, start } = JSON.parse(await readFile(join(cwd, 'course.json'), 'utf8'));
  if (build !== undefined) execFileSync('/bin/sh', ['-c', build], { cwd });
  return { cwd, start };
}

test.concurrent.for(['typescript', 'python', 'c', 'redis'])(
  'the example in %s passes every check, also those beyond what the steps ask for',
  { timeout: 120_000 },
  async (language, context) => {
    const { cwd, start } = await exampleOf(language, context);
    const server = await startServer({ command: () => ['/bin/sh', '-c', `exec ${start}`], cwd });
    context.onTestFinished(() => server.stop());
    const failed: string[] = [];
    for await (const { check, verdict } of runChecks(checks, server)) {
      if (verdict !== 'pass') failed.push(`${check.id}: ${verdict}`);
    }
    context.expect(failed).toEqual([]);
  },
);
