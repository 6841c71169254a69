import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SandboxOptions } from '../src/sandbox/options.ts';
import { runInSandbox, startInSandbox } from '../src/sandbox/sandbox.ts';
import type { ForkServer } from '../src/server/server.ts';

/** Enough for all tests that are not about a limit. */
const limits = { ms: 60_000, memoryBytes: 512 * 2 ** 20, processes: 64, outputBytes: 64 * 1024 };

/** What a test may say of its sandbox. */
type Choices = Partial<Omit<SandboxOptions, 'limits'>> & { limits?: Partial<typeof limits> };

/** A folder of its own for a test, with all hostile programs, which is removed after it. */
export function hostileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  cpSync(join(import.meta.dirname, 'hostile'), folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a command, among the hostile programs, in a sandbox that ends with the test. */
export async function startHostile(
  command: SandboxOptions['command'],
  choices: Choices = {},
): Promise<ForkServer> {
  const server = await startInSandbox(optionsOf(command, choices));
  onTestFinished(() => server.stop());
  return server;
}

/** Runs a command, among the hostile programs, to its end. */
export function runHostile(
  command: SandboxOptions['command'],
  choices: Choices & { network?: boolean } = {},
) {
  return runInSandbox({ ...optionsOf(command, choices), network: choices.network ?? false });
}

/** The ids of all processes of this machine, zombies aside, in whose command a word occurs. */
export function processesWith(word: string): string[] {
  return readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && read(`/proc/${pid}/cmdline`).includes(word),
  );
}

/** How many processes have ended and wait for this one to take notice. */
export function countZombies(): number {
  const own = readdirSync('/proc').map((pid) => read(`/proc/${pid}/status`));
  return own.filter((status) => /^State:\tZ/m.test(status) && status.includes(`\nPPid:\t${process.pid}\n`))
    .length;
}

function optionsOf(command: SandboxOptions['command'], choices: Choices): SandboxOptions {
  const folder = choices.folder ?? hostileFolder();
  return { port: 6379, ...choices, folder, command, limits: { ...limits, ...choices.limits } };
}

/** Empty if the process has gone. */
function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
