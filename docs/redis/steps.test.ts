import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../src/course/repository.ts';
import { listSteps } from '../src/course/steps.ts';
import { BareTerminal, startStep } from '../test/terminal/stage.ts';

const LINES = [
  'PING',
  'PING',
  'ping "is anyone there?"',
  'ECHO "\\x00\\xff\\"é"',
  'ECHO "hello',
  'NOPE twice',
  '2 PING',
  'SET name "Ada Lovelace"',
  'GET name',
  'DEL name name',
  'GET name',
  'SET name Ada EX 100 XX',
  'PTTL name',
  'HELLO 3',
  'GET name',
  'POST',
  'PING',
  'quit',
];

/** A server that only hangs up may do so before the request is there, or after: redis-cli tells one from the other. */
const [ENDED, RESET] = ['Server closed the connection', 'Connection reset by peer'];

// What the terminal in the page shows is what redis-cli shows, of every step.
test.each(listSteps())(
  'in step $number redis-cli and the terminal show the same',
  async ({ number, name }) => {
    const port = await serve(name);
    const input = LINES.map((line) => `${line}\n`).join('');
    const environment = { ...process.env, REDISCLI_HISTFILE: '/dev/null', REDISCLI_RCFILE: '/dev/null' };
    const script = `exec redis-cli --no-raw -p ${port} 2>&1`;
    const { stdout } = spawnSync('sh', ['-c', script], {
      input,
      env: environment,
      encoding: 'utf8',
      timeout: 10_000,
    });
    const [ours, theirs] = [await shown(number), stdout.trimEnd()].map(withoutId);
    expect(ours).toBe(ours?.includes('PONG') ? theirs : theirs?.replaceAll(ENDED, RESET));
  },
);

async function shown(step: string): Promise<string> {
  const server = await startStep(step);
  const terminal = new BareTerminal((client) => server.connect(client));
  // Before its first prompt, redis-cli asks for what it will suggest while one types.
  await terminal.ask('COMMAND DOCS');
  terminal.rows.length = 0;
  for (const line of LINES.slice(0, -1)) await terminal.ask(line);
  return terminal.rows.join('\n');
}

/** Every connection has a number of its own. */
function withoutId(text: string): string {
  return text.replace(/("id"(?: =>|\n.*\)) \(integer\)) \d+/, '$1 …').replaceAll('\r', '');
}

/** Serves a step on a free port. */
async function serve(name: string): Promise<number> {
  const port = await freePort();
  const env = { ...process.env, PORT: `${port}` };
  const server: ChildProcess = spawn(process.execPath, ['src/server.ts'], {
    cwd: join(ROOT, 'steps', name),
    env,
  });
  onTestFinished(() => void server.kill());
  if (server.stdout) await once(createInterface(server.stdout), 'line');
  return port;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
