import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Figure, Results } from '../src/results.ts';
import { type Ended, runBench, startBench } from '../test/run-bench.ts';

const STEPS = resolve(import.meta.dirname, '../../../steps');
const OTHER = `node ${STEPS}/06-get-set/src/server.ts`;
const TINY = ['--rounds', '1', '--scale', '0.01'];

describe('a tiny run', { timeout: 30_000 }, () => {
  it('of all parts has a table and a figure for each', async () => {
    const { ended, results } = await runToJson(['--steps', '04,07', '--server', OTHER, '--depths', '1,2']);
    expect(ended).toMatchObject({ code: 0, survivors: [] });
    for (const row of [
      'GET, 1 deep',
      'SET, 2 deep',
      'bytes per key',
      'bytes per idle',
      'longest wait',
      'first reply',
    ]) {
      expect(ended.stdout).toMatch(new RegExp(`^\\| .*${row}`, 'm'));
    }
    expect(ended.stdout).not.toContain('NaN');
    expect(results).toMatchObject({
      schema: 'toy-redis-bench/1',
      machine: { cores: expect.any(Number), memoryBytes: expect.any(Number) },
      versions: { node: process.versions.node, redis: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      options: { pipelineDepths: [1, 2], rounds: 1, servers: [OTHER] },
    });
    expect(results.servers.map(({ kind }) => kind)).toEqual(['step', 'step', 'other', 'limit', 'redis']);
    expect(serversByLoad(results.throughput)).toEqual({
      'GET 1': ['07-expiry', OTHER, 'bare socket', 'Redis'],
      'SET 1': ['07-expiry', OTHER, 'bare socket', 'Redis'],
      'PING 1': ['04-concurrent', 'bare socket', 'Redis'],
      'GET 2': ['07-expiry', OTHER, 'bare socket', 'Redis'],
      'SET 2': ['07-expiry', OTHER, 'bare socket', 'Redis'],
    });
    expect(results.memory?.servers.map(({ server }) => server)).toEqual(['07-expiry', OTHER, 'Redis']);
    expect(results.connections?.servers.map(({ server }) => server)).toEqual(['07-expiry', OTHER, 'Redis']);
    expect(results.expiry?.servers.map(({ server }) => server)).toEqual(['07-expiry', 'Redis']);
    for (const { requestsPerSecond } of results.throughput.flatMap(({ servers }) => servers)) {
      expectOneRound(requestsPerSecond);
    }
    for (const { longestWaitMs } of results.expiry?.servers ?? []) expectOneRound(longestWaitMs);
    for (const { firstReplyMs } of results.startup?.servers ?? []) expectOneRound(firstReplyMs);
  });

  it('of one part measures nothing else', async () => {
    const { ended, results } = await runToJson(['--only', 'startup']);
    expect(ended).toMatchObject({ code: 0, survivors: [] });
    expect(results).toMatchObject({ throughput: [], memory: null, connections: null, expiry: null });
    expect(results.startup?.servers).toHaveLength(2);
  });
});

it('Ctrl-C stops every server and redis-benchmark, with exit code 130', { timeout: 30_000 }, async () => {
  const { interrupt, stderr, running, ended } = startBench(['--scale', '10', '--depths', '1']);
  await expect.poll(stderr, { timeout: 15_000 }).toContain('throughput, warm-up');
  await expect.poll(() => running().length, { timeout: 15_000 }).toBe(4);
  interrupt();
  expect(await ended).toMatchObject({ code: 130, stdout: '', survivors: [] });
});

it('a server that dies while it is measured is noticed, with its last words', {
  timeout: 30_000,
}, async () => {
  const dying = `node ${join(import.meta.dirname, 'dying-server.ts')}`;
  const ended = await runBench([...TINY, '--only', 'throughput', '--depths', '1', '--server', dying]);
  expect(ended.stderr).toMatch(/ it exited\. It printed last:\nout of breath\n$/);
  expect(ended).toMatchObject({ code: 1, stdout: '', survivors: [] });
});

it.concurrent.for([
  {
    args: ['--steps', '03'],
    code: 2,
    says: /^03-multi-ping cannot be measured, as .* another client is connected\./,
  },
  { args: ['--steps', '04', '--depths', '16'], code: 2, says: /^04-concurrent cannot .* depth 1 only\./ },
  {
    args: ['--server', 'no-such-server'],
    code: 1,
    says: /^`no-such-server` .*\nspawn no-such-server ENOENT/,
  },
  {
    args: ['--server', 'node -e "throw 1"'],
    code: 1,
    says: /^`.*does not listen .* It printed:\n.*throw 1/s,
  },
])('$args is refused with exit code $code', async ({ args, code, says }, { expect }) => {
  const ended = await runBench([...TINY, ...args]);
  expect(ended.stderr).toMatch(says);
  expect(ended).toMatchObject({ code, stdout: '', survivors: [] });
});

async function runToJson(args: string[]): Promise<{ ended: Ended; results: Results }> {
  const folder = mkdtempSync(join(tmpdir(), 'toy-redis-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'results.json');
  const ended = await runBench([...TINY, ...args, '--json', file]);
  return { ended, results: JSON.parse(readFileSync(file, 'utf8')) };
}

function serversByLoad(throughput: Results['throughput']): Record<string, string[]> {
  return Object.fromEntries(
    throughput.map(({ workload, pipelineDepth, servers }) => [
      `${workload} ${pipelineDepth}`,
      servers.map(({ server }) => server),
    ]),
  );
}

function expectOneRound({ rounds: [round = NaN, ...more], median, min, max }: Figure): void {
  expect(round).toBeGreaterThan(0);
  expect({ more, median, min, max }).toEqual({ more: [], median: round, min: round, max: round });
}
