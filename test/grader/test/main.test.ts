import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine, runCommand } from '../src/command-line.ts';
import { UsageError } from '../src/errors.ts';
import { course } from './course.ts';

/** The help of a command, as it is printed. */
async function helpOf(name: string): Promise<string> {
  const program = commandLine();
  let out = '';
  const command = program.commands.find((each) => each.name() === name);
  command?.configureOutput({ writeOut: (text) => (out += text) });
  await runCommand(program, [name, '--help']).catch(() => {});
  return out;
}

describe('help', { timeout: 60_000 }, () => {
  test('without a command', async () => {
    const { out, err, code } = await course([]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toContain('Usage: npx course <command>');
    for (const command of ['list', 'new', 'check', 'diff', 'grade']) {
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
    expect(out).not.toContain('annotate');
    const summaries = [...(out.match(/^ {2}(?:list|new|check|diff|grade) .*$/gm) ?? [])];
    for (const line of summaries) expect(line).toMatch(/ {2}[a-z]+s [^.]*$/);
  });

  test.each(['list', 'new', 'check', 'diff', 'grade', 'annotate'])('of %s has examples', async (command) => {
    const help = await helpOf(command);
    expect(help).toMatch(new RegExp(`^Usage: npx course ${command} `));
    expect(help).toContain('\nExamples:\n');
    expect(help).not.toMatch(/(?<!npx )\bcourse (?:list|new|check|diff|grade|annotate)\b/);
  });
});

test('what cannot be understood is told in one line, with the exit code 2', { timeout: 60_000 }, async () => {
  const line = "Unknown command 'lst'. Did you mean list? All commands: npx course --help";
  expect(await course(['lst'])).toEqual({ out: '', err: `${line}\n`, code: 2 });
});

test.each([
  [['frobnicate'], "Unknown command 'frobnicate'. All commands: npx course --help"],
  [['--frob'], "Unknown option '--frob'. All commands: npx course --help"],
  [['new'], "Missing required argument 'dir'. All options: npx course new --help"],
  [
    ['new', 'x', '--form', '05'],
    "Unknown option '--form'. Did you mean --from? All options: npx course new --help",
  ],
  [
    ['diff', '4', '5', '6'],
    "Too many arguments for 'diff'. Expected 2 arguments but got 3: 4, 5, 6. All options: npx course diff --help",
  ],
])('%s names the option or the command that is nearest', async (words, line) => {
  await expect(runCommand(commandLine(), words)).rejects.toThrow(new UsageError(line));
});

test('paths start from where the user stands, although npx moves up to the workspace', async () => {
  const [workspace, within] = [join(import.meta.dirname, '..'), join(import.meta.dirname, '../src')];
  const told = (cwd: string, INIT_CWD: string) => course(['new', '.'], cwd, { INIT_CWD });
  expect((await told(workspace, within)).err).toContain(`got ${within}, which has`);
  // That is where another npm was run, which has started us elsewhere.
  expect((await told(within, workspace)).err).toContain(`got ${within}, which has`);
}, 60_000);
