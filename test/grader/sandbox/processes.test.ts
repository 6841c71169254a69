import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { courseSteps } from '../src/grading/course.ts';
import { gradeServer } from '../src/grading/grade-server.ts';
import { countZombies, hostileFolder, processesWith, startHostile } from './hostile.ts';

const PATIENCE_MS = 30_000;
const WAIT = 'until [ -e go ]; do sleep 0.1; done';

describe('processes of its own', { timeout: 2 * PATIENCE_MS }, () => {
  test('none is left of a server that will not die', async () => {
    const mark = randomUUID();
    const server = await startHostile(['python3', 'will-not-die.py', mark]);
    await vi.waitFor(() => expect(server.output()).toBe('still here\n'), PATIENCE_MS);
    expect(processesWith(mark).length).toBeGreaterThanOrEqual(4);
    await server.stop();
    expect(processesWith(mark)).toEqual([]);
    expect(countZombies()).toBe(0);
    expect([server.isRunning(), server.exit(), server.endedBecause()]).toEqual([false, null, null]);
  });

  test('who kills everybody kills nobody of ours', async () => {
    const folder = hostileFolder();
    const server = await startHostile(['sh', '-c', `${WAIT}; exec python3 will-not-die.py -1`], { folder });
    const ours = server.beside(['sleep', '600']);
    onTestFinished(() => void ours.kill('SIGKILL'));
    await once(ours, 'spawn');
    writeFileSync(join(folder, 'go'), '');
    await vi.waitFor(() => expect(server.output()).toBe('still here\n'), PATIENCE_MS);
    expect([ours.exitCode, ours.signalCode]).toEqual([null, null]);
  });

  test('what ends of its own accord leaves nothing that it has started', async () => {
    const mark = randomUUID();
    const folder = hostileFolder();
    const left = `setsid sh -c 'sleep 600; : ${mark} left' > /dev/null 2>&1 &`;
    const server = await startHostile(['sh', '-c', `${left} ${WAIT}; exit 3`], { folder });
    await vi.waitFor(() => expect(processesWith(`${mark} left`).length).toBeGreaterThan(1), PATIENCE_MS);
    writeFileSync(join(folder, 'go'), '');
    await vi.waitFor(() => expect(server.exit()).toBe('exited with code 3'), PATIENCE_MS);
    expect(processesWith(mark)).toEqual([]);
    await server.stop();
    expect([server.exit(), server.isRunning(), countZombies()]).toEqual(['exited with code 3', false, 0]);
  });

  test.each([
    ['was killed by SIGSEGV', ['sh', '-c', 'kill -SEGV $$']],
    ['exited with code 127', ['no-such-program']],
    ['exited with code 0', ['true']],
  ] as const)('how it ends is told: it %s', async (exit, command) => {
    const server = await startHostile(command);
    await vi.waitFor(() => expect(server.exit()).toBe(exit), PATIENCE_MS);
  });

  test('that it has exited is told although the machine is slow to tell', async () => {
    const mark = randomUUID();
    const folder = hostileFolder();
    const says = `: ${mark}; ${WAIT}; echo all passed; exit 4`;
    const start = async () => {
      const server = await startHostile(['sh', '-c', says], { folder });
      // Whoever could tell is held up, and the network is gone before the runner can get there.
      const teller = Number(processesWith(mark).find(isOurChild));
      process.kill(teller, 'SIGSTOP');
      writeFileSync(join(folder, 'go'), '');
      await vi.waitFor(() => expect(processesWith(mark)).toEqual([`${teller}`]), PATIENCE_MS);
      setTimeout(() => process.kill(teller, 'SIGCONT'), 1000);
      return server;
    };
    const { readyFailed } = await gradeServer({ start, port: 6379, steps: courseSteps(), layout: 'server' });
    expect(readyFailed).toBe(
      'The server exited with code 4, and its port never answered. It printed last:\nall passed',
    );
  });

  test('they end when the grader is killed', async () => {
    const mark = randomUUID();
    const grader = spawn(process.execPath, [
      join(import.meta.dirname, 'killed-grader.ts'),
      hostileFolder(),
      mark,
    ]);
    onTestFinished(() => void grader.kill('SIGKILL'));
    await once(grader.stdout, 'data');
    await vi.waitFor(() => expect(processesWith(`server ${mark}`).length).toBeGreaterThan(1), PATIENCE_MS);
    await vi.waitFor(() => expect(processesWith(`beside ${mark}`).length).toBeGreaterThan(0), PATIENCE_MS);
    grader.kill('SIGKILL');
    await vi.waitFor(() => expect(processesWith(mark)).toEqual([]), PATIENCE_MS);
  });
});

function isOurChild(pid: string): boolean {
  return readFileSync(`/proc/${pid}/status`, 'utf8').includes(`\nPPid:\t${process.pid}\n`);
}
