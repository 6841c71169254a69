import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isListening, pong, startable } from '../servers/start.ts';

const TIMEOUT = 60_000;
const node = (code: string): [string, ...string[]] => [process.execPath, '-e', code];

async function untilListening(port: number): Promise<void> {
  while (!(await isListening(port))) await sleep(20);
}

describe('stop', { timeout: TIMEOUT }, () => {
  test.each([
    ['a server', []],
    ['one that has left its group and its parent', ['in-the-background']],
    ['one that has left and ignores SIGTERM', ['in-the-background', 'will-not-die']],
  ])('ends %s', async (_, words) => {
    const { port, start } = await startable(pong(...words));
    const server = await start();
    await untilListening(port);
    await server.stop();
    expect(await isListening(port)).toBe(false);
    await server.stop();
  });
});

describe('a program', { timeout: TIMEOUT }, () => {
  const untilItEnds = async (command: [string, ...string[]], outputBytes?: number) => {
    const server = await (await startable(command, outputBytes)).start();
    while (server.isRunning()) await sleep(20);
    return server;
  };

  test('has an exit code and an output', async () => {
    const server = await untilItEnds(node('console.log("so long"); console.error("?"); process.exit(7)'));
    expect(server.exit()).toBe('exited with code 7');
    expect(server.output()).toContain('so long\n');
    expect(server.output()).toContain('?\n');
  });

  test('that is killed has a signal', async () => {
    const server = await untilItEnds(node('process.kill(process.pid, "SIGKILL")'));
    expect(server.exit()).toBe('was killed by SIGKILL');
  });

  test('is asked not to keep to itself what it prints', async () => {
    const server = await untilItEnds(node('console.log(process.env.PYTHONUNBUFFERED)'));
    expect(server.output()).toBe(`${process.env.PYTHONUNBUFFERED ?? 1}\n`);
  });

  test('that prints and prints is kept at its beginning and its end', async () => {
    const print = 'process.stdout.write("first" + "x".repeat(1e7) + "last")';
    const output = (await untilItEnds(node(print), 1000)).output();
    expect(output.length).toBeLessThan(1100);
    expect(output).toMatch(/^firstx+\n… 9999009 more bytes …\nx+last$/);
  });
});

test.runIf(process.platform === 'linux')(
  'it is known where a program listens',
  { timeout: TIMEOUT },
  async () => {
    const { port, start } = await startable(pong('in-the-background'));
    const server = await start();
    await untilListening(port);
    expect(server.listensOn?.()).toEqual([{ address: '127.0.0.1', port }]);
  },
);
