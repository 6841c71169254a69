import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Redis's port in what an article says. */
const PORT = /\b6379\b/g;
/** Between what one command prints and what the next one does. */
const SEPARATOR = '\x1e';
const ENDS_WITHIN = 50_000;

/**
 * What commands print, each, on a terminal: run one after another in one bash, where Redis's port is another.
 * Each runs until it ends; if one does not, there is nothing of those after it.
 */
export async function runInTerminal(commands: readonly string[], port: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'transcript-'));
  try {
    const file = join(folder, 'commands.sh');
    await writeFile(file, scriptOf(commands, port));
    // On a terminal, redis-cli prints for people; into a pipe it would print for programs.
    const env = { ...process.env, TERM: 'dumb', NO_COLOR: '1', REDISCLI_RCFILE: '/dev/null' };
    const bash = spawn('script', ['--quiet', '--command', `bash ${file}`, '/dev/null'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const patience = setTimeout(() => bash.kill('SIGKILL'), ENDS_WITHIN);
    const printed = await text(bash.stdout);
    clearTimeout(patience);
    return printed
      .split(SEPARATOR)
      .slice(0, commands.length)
      .map((each) => asWritten(each, port));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function scriptOf(commands: readonly string[], port: number): string {
  return [
    `redis-cli() { command redis-cli -p ${port} "$@"; }`,
    ...commands.map(
      (command) => `{ ${command.replace(PORT, String(port))}\n} </dev/null\nprintf '${SEPARATOR}'`,
    ),
  ].join('\n');
}

/** As an article writes it: with Redis's own port, and without what nobody sees at the ends of lines. */
function asWritten(printed: string, port: number): string {
  return printed
    .replaceAll(String(port), '6379')
    .replace(/[ \r]+$/gm, '')
    .trimEnd();
}
