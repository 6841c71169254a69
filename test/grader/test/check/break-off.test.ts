import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../course.ts';
import { isListening } from '../servers/start.ts';

const TIMEOUT = 60_000;
const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** Says nothing, so that the checks take a while, obeys no SIGTERM, and tells where it is and who started it. */
const SERVER = `
  process.on('SIGTERM', () => {});
  require('node:net')
    .createServer((socket) => socket.on('error', () => {}))
    .listen(process.env.PORT, '127.0.0.1', () =>
      require('node:fs').writeFileSync(process.argv[2], process.env.PORT + ' ' + process.ppid));
`;

type UnderCheck = { child: ChildProcess; port: number; course: number };

/** Runs a line for the shell that checks such a server; resolves when that listens. */
async function underCheck(run: (line: string) => ChildProcess): Promise<UnderCheck> {
  const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await writeFile(join(folder, 'server.cjs'), SERVER);
  const [node, trace] = [process.execPath, join(elsewhere, 'trace.txt')];
  const child = run(`'${node}' '${MAIN}' check '${folder}' --watch -- '${node}' server.cjs '${trace}'`);
  onTestFinished(() => void child.kill('SIGKILL'));
  const told = () => readFile(trace, 'utf8').catch(() => '');
  await expect.poll(told, { timeout: TIMEOUT }).toMatch(/^\d+ \d+$/);
  const [port = 0, course = 0] = (await told()).split(' ').map(Number);
  return { child, port, course };
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.runIf(process.platform === 'linux')('nothing is left running', { timeout: TIMEOUT }, () => {
  const expectNothingLeft = async ({ port, course }: UnderCheck) => {
    await expect.poll(() => isThere(course), { timeout: TIMEOUT / 2 }).toBe(false);
    expect(await isListening(port)).toBe(false);
  };

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s', async (signal) => {
    const under = await underCheck((line) => spawn('/bin/sh', ['-c', `exec ${line}`]));
    under.child.kill(signal);
    await once(under.child, 'exit');
    await expectNothingLeft(under);
  });

  test('by a terminal that is closed while something turns on it', async () => {
    const onTerminal = (line: string) => ['-qc', `stty columns 80; exec ${line}`, '/dev/null'];
    const under = await underCheck((line) => spawn('script', onTerminal(line), { stdio: 'ignore' }));
    under.child.kill('SIGKILL');
    await expectNothingLeft(under);
  });

  test('by an npx that is ended alone', async () => {
    const env = { ...process.env, npm_command: 'exec' };
    const under = await underCheck((line) => spawn('/bin/sh', ['-c', `${line}; true`], { env }));
    under.child.kill('SIGTERM');
    await expectNothingLeft(under);
  });
});

test('a pipe that is closed early is no reason to complain', { timeout: TIMEOUT }, async () => {
  const child = spawn(process.execPath, [MAIN, '--help']);
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (chunk) => (err += chunk));
  await once(child, 'close');
  expect(err).toBe('');
});
