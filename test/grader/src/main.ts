#!/usr/bin/env node
import { CommanderError } from 'commander';
import { commandLine, runCommand } from './command-line.ts';
import { GraderError, UsageError } from './errors.ts';
import { usersFolder } from './users-folder.ts';

process.chdir(usersFolder(process.cwd(), process.env.INIT_CWD));
// Whoever has read enough, as `head` has, may close the pipe.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
try {
  await runCommand(commandLine(), process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}

/** Says what is wrong, in one line if it is known, and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  const isKnown = [UsageError, GraderError].some((known) => error instanceof known);
  console.error(isKnown && error instanceof Error ? error.message : error);
  return error instanceof UsageError ? 2 : 1;
}
