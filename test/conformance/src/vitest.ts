import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Cell, type Check, cellOf, passes } from './check.ts';
import { diagnose } from './diagnoses.ts';
import { stepIn } from './lineage.ts';
import { exitOf, freePort, type RunningServer, runServer, type Start, startServer } from './process.ts';
import { frame } from './resp.ts';
import { type Result, runCheck } from './run.ts';
import { Session } from './session.ts';
import { story } from './story.ts';
import { checks } from './table.ts';

const TIMEOUT = 60_000;
const MB = 1024 * 1024;

/** Holds the step in a folder to what the table says of it, and to surviving its user and its clients. */
export function holdStep(folder: string): void {
  const { number, lineage } = stepIn(folder);
  const start: Start = { command: () => [process.execPath, 'src/server.ts'], cwd: folder };
  describe(`step ${number}`, () => {
    holdServer(start, (check) => cellOf(check, lineage));
    holdProcess(start);
  });
}

/** Holds a server to the table: each check is a test, in the order of the table, against one process. */
export function holdServer(start: Start, cellFor: (check: Check) => Cell): void {
  const failed = new Set<string>();
  const results: Result[] = [];
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer(start);
  });
  afterAll(async () => {
    await server.stop();
    for (const { says } of diagnose(results)) console.error(`It looks as if: ${says}`);
  });

  for (const check of checks) {
    const cell = cellFor(check);
    const lacks = cell === passes ? '' : ' (lacks this)';
    test(`${check.id}: ${check.title}${lacks}`, { timeout: TIMEOUT }, async ({ skip }) => {
      const blockedBy = check.needs.find((id) => failed.has(id));
      if (blockedBy) {
        failed.add(check.id);
        skip(`blocked by ${blockedBy}`);
      }
      if (!server.isRunning()) server = await startServer(start);
      const result = await runCheck(check, server, cell);
      if (cell === passes) results.push(result);
      if (result.verdict === 'inconclusive') skip(`inconclusive: ${result.problem}`);
      if (result.verdict === 'pass') return;
      failed.add(check.id);
      const died = server.isRunning() ? '' : `\n\nThe server has exited. It printed:\n${server.output()}`;
      throw new CheckFailed(`${story(result)}${died}`);
    });
  }
}

class CheckFailed extends Error {
  override name = 'CheckFailed';
  override stack = '';
}

/** What can be seen of a server only by whoever has started it. */
function holdProcess(start: Start): void {
  describe('as a process', () => {
    test('says in one line that the port is taken, what to do, and exits with 1', async () => {
      const first = await startServer(start);
      onTestFinished(first.stop);
      const second = runServer(start, first.port);
      expect(await exitOf(second)).toBe(1);
      expect(second.output()).toMatch(new RegExp(`^Cannot listen on port ${first.port}: .*PORT=\\d+\n$`));
    });

    for (const port of ['abc', '99999', '-1', '6379.5']) {
      test(`says in one line that PORT=${port} is no port, what to do, and exits with 1`, async () => {
        const server = runServer(start, port);
        expect(await exitOf(server)).toBe(1);
        expect(server.output()).toMatch(new RegExp(`^Cannot listen on port ${port}: .*PORT=\\d+\n$`));
      });
    }

    test('says in one line that it listens, and nothing but that', async () => {
      const port = await freePort();
      const server = runServer(start, port);
      onTestFinished(server.stop);
      await expect.poll(server.output, { timeout: TIMEOUT }).toBe(`Listening on 127.0.0.1:${port}\n`);
    });

    test.skipIf(!existsSync('/proc/self/statm'))(
      'keeps its memory when a client asks and asks and reads nothing',
      { timeout: TIMEOUT },
      async () => {
        const server = await startServer(start);
        onTestFinished(server.stop);
        const session = new Session(server, { first: 5000, next: 5000 });
        onTestFinished(() => session.close());
        const before = residentMemory(server.pid);
        const wire = await session.connect();
        await wire.sendWithoutReading(frame('ECHO', 'x'.repeat(1000)).repeat(100), 256 * MB);
        expect(residentMemory(server.pid) - before).toBeLessThan(64 * MB);
      },
    );
  });
}

/** The memory that a process holds, in bytes. */
function residentMemory(pid: number): number {
  const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
  return Number(pages) * 4096;
}
