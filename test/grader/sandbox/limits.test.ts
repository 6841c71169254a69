import { describe, expect, test, vi } from 'vitest';
import { hostileFolder, runHostile, startHostile } from './hostile.ts';

const PATIENCE_MS = 60_000;
const room = { bytes: 200 * 2 ** 20, files: 15_000 };

describe('what is within the limits goes on', { timeout: PATIENCE_MS }, () => {
  test.each([
    ['50 started', 'fork-bomb.py 50'],
    ['100 MB', 'eat-memory.py 100'],
    ['100 bytes', 'fill-disk.py bytes 100'],
    ['100 deleted', 'fill-disk.py deleted 100'],
    ['1000 files', 'fill-disk.py files 1000'],
    ['100 sockets', 'fill-sockets.py 100'],
  ])('%s', async (done, program) => {
    const server = await startHostile(['python3', ...program.split(' ')], { room });
    await vi.waitFor(() => expect(server.output()).toBe(`${done}\n`), PATIENCE_MS);
    await passLooks();
    expect([server.isRunning(), server.endedBecause()]).toEqual([true, null]);
  });

  test('memory that processes share counts once', async () => {
    const server = await startHostile(['python3', 'share-memory.py', '5', '200']);
    await vi.waitFor(() => expect(server.output()).toBe('5 share 200 MB\n'), PATIENCE_MS);
    await passLooks();
    expect([server.isRunning(), server.endedBecause()]).toEqual([true, null]);
  });
});

describe('what is beyond is ended, and one is told why', { timeout: PATIENCE_MS }, () => {
  test.each([
    ['it had more than 64 processes', 'fork-bomb.py 200'],
    ['it had more than 64 processes', 'fork-bomb.py'],
    ['it used more than 512 MB of memory', 'eat-memory.py 700'],
    ['it used more than 512 MB of memory', 'eat-memory.py'],
    ['it used more than 512 MB of memory', 'eat-memory-together.py 20 100'],
    ['its folder had more than 200 MB', 'fill-disk.py bytes'],
    ['its folder had more than 200 MB', 'fill-disk.py deleted'],
    ['its folder had more than 15000 files', 'fill-disk.py files'],
    ['it had more than 8192 sockets', 'fill-sockets.py'],
  ])('%s: %s', async (endedBecause, program) => {
    const ended = await runHostile(['python3', ...program.split(' ')], { room });
    expect(ended).toMatchObject({ code: null, endedBecause });
  });

  test('time', async () => {
    const server = await startHostile(['sleep', '600'], { limits: { ms: 500 } });
    await vi.waitFor(() => expect(server.isRunning()).toBe(false), PATIENCE_MS);
    expect([server.endedBecause(), server.exit()]).toEqual(['it ran for more than 0.5 s', null]);
  });
});

describe('what no process has', { timeout: PATIENCE_MS }, () => {
  test('memory that would be nobody’s is refused, and what temporary files may take is little', async () => {
    const refused = 'Function not implemented';
    expect(JSON.parse((await runHostile(['python3', 'hide-memory.py'])).output)).toEqual({
      ...{ memfd_create: refused, shmget: refused, msgget: refused, mq_open: refused, add_key: refused },
      ...{
        '/dev/shm': 'No space left on device',
        '/tmp': 'No space left on device',
        '/dev': 'Read-only file system',
      },
    });
  });

  test('no namespaces are made within', async () => {
    const { code, output } = await runHostile(['unshare', '--user', 'true']);
    expect([code, output]).toEqual([1, expect.stringContaining('unshare failed')]);
  });
});

describe('output', { timeout: PATIENCE_MS }, () => {
  test('of 100 MB the beginning and the end are kept, and the rest is counted', async () => {
    const { code, output } = await runHostile(['python3', 'print-without-end.py', '100']);
    const left = 100 * 2 ** 20 + 'first words\n\nlast words\n'.length - 64 * 1024;
    expect(code).toBe(0);
    expect(output.replaceAll('spam', '')).toMatch(
      /^first words\n.{0,4}\n… \d+ more bytes …\n.{0,4}\nlast words\n$/,
    );
    expect(output).toContain(`… ${left} more bytes …`);
  });

  test('without end it ends with its time', async () => {
    const choices = { folder: hostileFolder(), limits: { ms: 2_000 } };
    const { output, endedBecause } = await runHostile(['python3', 'print-without-end.py'], choices);
    expect(endedBecause).toBe('it ran for more than 2 s');
    expect(output.slice(0, 20)).toBe('first words\nspamspam');
    expect(Buffer.byteLength(output)).toBeLessThan(64 * 1024 + 100);
  });
});

/** The watchdog looks ten times a second. */
async function passLooks(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}
