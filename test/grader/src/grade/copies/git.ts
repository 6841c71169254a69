import { execFile } from 'node:child_process';
import { Ungradable } from './ungradable.ts';

/** From git's question to its answer, in ms: a repository on the other side of the world is slow. */
const WITHIN_MS = 120_000;
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;
const NO_HOOKS = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'];

type GitOptions = {
  signal?: AbortSignal;
  /** Whether what the instructor has set up counts, such as how to log in; filters would count then, too. */
  asInstructor?: true;
  /** By which means git may fetch: `file`, or `https:ssh:git`. */
  transports?: string;
};

/** What git answers. Throws an Ungradable with git's own reason if it fails, asks for a password or takes too long. */
export function git(words: readonly string[], options: GitOptions = {}): Promise<string> {
  const { signal, asInstructor, transports = '' } = options;
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_') || name === 'GIT_SSH_COMMAND',
  );
  const env = {
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    ...Object.fromEntries(own),
    ...(asInstructor ? {} : { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }),
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: transports,
    LC_ALL: 'C',
  };
  const limits = { timeout: WITHIN_MS, killSignal: 'SIGKILL', maxBuffer: MOST_OUTPUT_BYTES } as const;
  return new Promise((resolve, reject) => {
    execFile('git', [...NO_HOOKS, ...words], { ...limits, env, signal }, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else reject(signal?.aborted ? error : new Ungradable(`git ${words[0]}: ${whyFailed(error, stderr)}`));
    });
  });
}

function whyFailed(error: Error & { killed?: boolean }, stderr: string): string {
  if (error.killed) return `it took more than ${WITHIN_MS / 1000} s, or said more than we keep`;
  const lines = stderr.trim().split('\n');
  // What follows is advice, and of several reasons the first is the cause.
  return lines.find((line) => line.startsWith('fatal: ')) ?? (lines.at(-1) || error.message);
}
