import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { MOST } from './copy.ts';
import { Ungradable } from './ungradable.ts';

/** From git's question to its answer, in ms: a repository on the other side of the world is slow. */
const WITHIN_MS = 120_000;
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;
const EXCESS = `it took more than ${WITHIN_MS / 1000} s, or said more than we keep`;
const NO_HOOKS = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'];
const MB = 1024 * 1024;
/** What a fork may have is also the most that is fetched of it; the shell counts in blocks of 512 bytes. */
const RATIONED = `ulimit -f ${MOST.bytes / 512} && exec git "$@"`;
/** All that git says when the kernel has ended what it writes a pack with. */
const ENDED_BY_RATION = 'fetch-pack: invalid index-pack output';
/** What an instructor may have set up; all else would lead git elsewhere. */
const SET_UP = /^GIT_(?:SSH|SSH_COMMAND|SSL_CAINFO|SSL_CAPATH|CONFIG_GLOBAL)$/;

type GitOptions = {
  /** Where it is run; by default where we are. */
  folder?: string;
  signal?: AbortSignal;
  /** Whether what the instructor has set up counts, such as how to log in; filters would count then, too. */
  asInstructor?: true;
  /** By which means git may fetch: `file`, or `https:ssh:git`. */
  transports?: string;
};

/** What git answers. Throws an Ungradable with git's own reason if it fails, asks for a password or takes too long. */
export async function git(words: readonly string[], options: GitOptions = {}): Promise<string> {
  const { folder, signal } = options;
  signal?.throwIfAborted();
  const child = spawn('sh', ['-c', RATIONED, 'sh', ...NO_HOOKS, ...words], {
    cwd: folder,
    // A group of its own, so that its helpers end with it, and no terminal on which they could ask.
    detached: true,
    env: environmentFor(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const tooMuch = new AbortController();
  const patience = [tooMuch.signal, AbortSignal.timeout(WITHIN_MS), ...(signal ? [signal] : [])];
  const over = AbortSignal.any(patience);
  const end = () => endGroup(child);
  over.addEventListener('abort', end);
  const said = [child.stdout, child.stderr].map((pipe) => wholeOf(pipe, tooMuch));
  try {
    const [code] = await once(child, 'close');
    signal?.throwIfAborted();
    const [stdout = '', stderr = ''] = await Promise.all(said);
    if (code === 0 && !over.aborted) return stdout;
    throw new Ungradable(`git ${words[0]}: ${over.aborted ? EXCESS : whyFailed(stderr)}`);
  } finally {
    over.removeEventListener('abort', end);
  }
}

function environmentFor({ asInstructor, transports = '' }: GitOptions): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || SET_UP.test(name));
  return {
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    ...Object.fromEntries(own),
    ...(asInstructor ? {} : { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }),
    // Neither on the terminal nor in a window.
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GCM_INTERACTIVE: 'never',
    GIT_ALLOW_PROTOCOL: transports,
    LC_ALL: 'C',
  };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended by themselves.
  }
}

async function wholeOf(pipe: Readable, tooMuch: AbortController): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of pipe) {
    bytes += chunk.length;
    if (bytes > MOST_OUTPUT_BYTES) tooMuch.abort();
    else chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function whyFailed(stderr: string): string {
  const lines = stderr.trim().split('\n');
  // What follows is advice, and of several reasons the first is the cause.
  const reason = lines.find((line) => line.startsWith('fatal: ')) ?? lines.at(-1);
  if (reason?.endsWith(ENDED_BY_RATION)) return `expected at most ${MOST.bytes / MB} MB to fetch, got more`;
  return reason || 'it failed, and said nothing';
}
