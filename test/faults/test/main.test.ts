import { existsSync } from 'node:fs';
import { describe, it, vi } from 'vitest';
import { runFaults, startFaults } from './run-faults.ts';

/** Generous, as a machine may be busy. */
const TIMEOUT_MS = 60_000;
const PATIENCE = { timeout: 30_000, interval: 20 };

describe.skipIf(process.platform !== 'linux')('a run', { timeout: TIMEOUT_MS }, () => {
  it.concurrent('that is broken off tells what it has found, stops its server, exits with 130', async ({
    expect,
  }) => {
    const run = startFaults(['--only', 'idle,resets', '--scale', '0.05']);
    const servers = await vi.waitFor(() => {
      expect(run.stderr()).toContain('resets …');
      expect(run.servers()).toHaveLength(1);
      return run.servers();
    }, PATIENCE);
    run.interrupt();
    const { code, stdout, stderr } = await run.ended;
    expect(servers.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(stdout).toMatch(/^Broken off\. Until then:\n\n\S+ withstood 1 of 1 faults\n/);
    expect(stderr).not.toContain('FAIL');
    expect(code).toBe(130);
  });

  it.concurrent('leaves out what a step cannot take part in, and says so', async ({ expect }) => {
    const only = ['--only', 'sigterm,stopped', '--scale', '0.01'];
    const { code, stdout, stderr } = await runFaults(['--steps', '05,06', ...only]);
    expect(stderr).toMatch(/^Left out: 05-resp, as it does not store keys\.\n/);
    expect(stdout).toMatch(/^06-get-set withstood 1 of 1 faults\n/);
    expect(stdout).toContain('\nLeft out, as its keys have no deadlines: stopped.\n');
    expect(code).toBe(0);
  });

  it.concurrent('of nothing that can be tried is answered in one line', async ({ expect }) => {
    const { code, stdout, stderr } = await runFaults(['--steps', '05,06', '--only', 'stopped']);
    const why = '05-resp, as it does not store keys; 06-get-set, as its keys have no deadlines';
    expect(stderr).toBe(`--steps: nothing can be tried on ${why}\n`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
