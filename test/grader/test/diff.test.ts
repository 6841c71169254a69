import { spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine, runCommand } from '../src/command-line.ts';
import { UsageError } from '../src/errors.ts';
import { course, temporaryFolder } from './course.ts';

/** Colours begin with it. */
const ESCAPE = '\x1b';

describe('course diff', { timeout: 60_000 }, () => {
  test('shows what a step changes in the one it follows, in src/ only', async () => {
    const { out, err, code } = await course(['diff', '04']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out.match(/^diff .*$/gm)).toEqual([
      'diff --git a/steps/03-multi-ping/src/server.ts b/steps/04-concurrent/src/server.ts',
    ]);
    expect(out.match(/^[-+] .*$/gm)).toEqual([
      '-  await pipeline(socket, replies, socket).catch(lose);',
      '+  pipeline(socket, replies, socket).catch(lose);',
    ]);
  });

  test('of the first step it is all', async () => {
    const { out, err, code } = await course(['diff', '1']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const source = await readFile(join(import.meta.dirname, '../../../steps/01-bind/src/server.ts'), 'utf8');
    const shown = out.match(/^\+(?!\+\+ ).*$/gm)?.map((line) => line.slice(1));
    expect(shown).toEqual(source.trimEnd().split('\n'));
  });

  test('from one step to another, by number or name, as git has it', async () => {
    const root = join(import.meta.dirname, '../../..');
    const folders = ['steps/04-concurrent/src', 'steps/06-get-set/src'];
    const { stdout } = spawnSync('git', ['diff', '--no-index', ...folders], { cwd: root, encoding: 'utf8' });
    expect(stdout).not.toBe('');
    expect((await course(['diff', '4', '06-get-set'])).out).toBe(stdout);
  });

  test.each([
    [['5', '05'], 'Expected two different steps, got 05 twice'],
    [['99'], /^There is no step '99'. The steps are: 01-bind, 02-ping, [^\n]*$/],
  ])('of %s there is nothing to show, and that is said', async (steps, message) => {
    const told = runCommand(commandLine(), ['diff', ...steps]);
    await expect(told).rejects.toThrow(UsageError);
    await expect(told).rejects.toThrow(message);
  });

  test('says so where there is no git', async () => {
    const empty = await temporaryFolder();
    await mkdir(join(empty, 'bin'));
    const { err, code } = await course(['diff', '4'], empty, { PATH: join(empty, 'bin') });
    expect(err).toMatch(/^Differences are shown by git, which could not be run: .*ENOENT\n$/);
    expect(code).toBe(1);
  });

  test.runIf(process.platform === 'linux')('is in colour, and paged, on a terminal', async () => {
    const onTerminal = (env: Record<string, string>) =>
      spawnSync('script', ['-qec', `${process.execPath} ../src/main.ts diff 4`, '/dev/null'], {
        cwd: import.meta.dirname,
        env: { PATH: process.env.PATH, TERM: 'xterm-256color', GIT_PAGER: "sed 's/^/PAGED /'", ...env },
        encoding: 'utf8',
      }).stdout;
    expect(onTerminal({})).toMatch(new RegExp(`^PAGED .*${ESCAPE}\\[3[12]m[-+]`, 'm'));
    expect(onTerminal({ NO_COLOR: '1' })).not.toContain(ESCAPE);
  });
});
