import { describe, expect, test } from 'vitest';
import { courseSteps } from '../../src/grading/course.ts';
import { gradeServer } from '../../src/grading/grade-server.ts';
import type { ForkServer } from '../../src/server/server.ts';
import { startable } from '../servers/start.ts';
import { grade, verdicts } from './pong.ts';

const TIMEOUT = 60_000;
const EXITED =
  'The server exited with code 3, and its port never answered. It printed last:\nBoom, at line 3';

describe.concurrent('a server that does not get ready', { timeout: TIMEOUT }, () => {
  test('and exits is ungradable, with its last words', async () => {
    const grading = await grade(['exits']);
    expect(new Set(verdicts(grading))).toEqual(new Set(['ungradable']));
    expect(grading.readyFailed).toBe(EXITED);
  });

  test('and exits is known to have done so, though one hears of it late', async () => {
    const grading = await grade(['exits'], {}, heardOfLate);
    expect(grading.readyFailed).toBe(EXITED);
  });

  test.runIf(process.platform === 'linux')('is told where it listens instead', async () => {
    const { readyFailed, port } = await grade(['elsewhere'], { readyWithinMs: 1000 });
    const where = new RegExp(`^The server listens on \\d+\\. Its port is in .* PORT, now ${port}\\.`);
    expect(readyFailed).toMatch(where);
  });

  test.runIf(process.platform === 'linux')('is told that it listens nowhere', async () => {
    const { readyFailed } = await grade(['nowhere'], { readyWithinMs: 1000 });
    expect(readyFailed).toMatch(/^The server listens on no port within 1 s\..*\nI think about it$/s);
  });

  test('though it listens where it should is not told to listen there', async () => {
    const { readyFailed } = await grade([], { readyWithinMs: 300 }, (server, port) => ({
      ...server,
      listensOn: () => [{ address: '127.0.0.1', port }],
      beside: () => server.beside(['sleep', '60']),
    }));
    expect(readyFailed).toMatch(/^The server's port does not answer within 0\.3 s\./);
  });
});

test('there is no such program', { timeout: TIMEOUT }, async () => {
  const { port, start } = await startable(['no-such-program']);
  const { readyFailed } = await gradeServer({ port, start, steps: courseSteps(), layout: 'server' });
  expect(readyFailed).toMatch("The server could not be started: there is no program 'no-such-program'");
});

/** As in a sandbox on a busy machine: its network has gone, and the runner with it, before one hears of its end. */
function heardOfLate(server: ForkServer): ForkServer {
  let isTold = false;
  const tellLater = () => setTimeout(() => (isTold = true), 500);
  return {
    ...server,
    isRunning: () => server.isRunning() || !isTold,
    beside: () => server.beside([process.execPath, '-e', '']).on('close', tellLater),
  };
}
