import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { RunningServer } from '@toy-redis/conformance';
import { BenchError } from '../errors.ts';
import type { Load } from '../results.ts';
import { ServerExitedError } from './servers.ts';

/** What one run of redis-benchmark tells. */
export type Report = { requestsPerSecond: number; p50Ms: number; p99Ms: number };

const TESTS = { GET: 'get', SET: 'set', PING: 'ping_mbulk' };
const ENDS_WITHIN = 300_000;
const LOOKS_EVERY = 100;

/**
 * Lets redis-benchmark put a load on a server. It never gives up on a server that is gone, so that is
 * watched here. Throws a ServerExitedError if so, and a RedisBenchmarkError if it fails or takes over 5
 * minutes.
 */
export async function runRedisBenchmark(
  server: RunningServer,
  load: Load,
  signal: AbortSignal,
): Promise<Report> {
  const died = new AbortController();
  const watch = setInterval(() => server.isRunning() || died.abort(), LOOKS_EVERY);
  try {
    const { stdout } = await promisify(execFile)('redis-benchmark', argumentsFor(server.port, load), {
      signal: AbortSignal.any([signal, died.signal]),
      timeout: ENDS_WITHIN,
      killSignal: 'SIGKILL',
    });
    return parseReport(stdout);
  } catch (error) {
    if (error instanceof BenchError) throw error;
    // A server that breaks off is seen by its clients first.
    await sleep(LOOKS_EVERY);
    signal.throwIfAborted();
    if (!server.isRunning()) throw new ServerExitedError(server);
    const printed = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new RedisBenchmarkError(`it failed, or took over 5 minutes; it printed: ${printed || 'nothing'}`);
  } finally {
    clearInterval(watch);
  }
}

/** Reads what `redis-benchmark --csv` prints: a line of names and a line of figures. */
export function parseReport(csv: string): Report {
  const [names = [], figures = []] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
  const figure = (name: string) => {
    const value = Number(figures[names.indexOf(name)] || NaN);
    if (Number.isFinite(value)) return value;
    throw new RedisBenchmarkError(`expected a column ${name} with a number, got ${JSON.stringify(csv)}`);
  };
  return {
    requestsPerSecond: figure('rps'),
    p50Ms: figure('p50_latency_ms'),
    p99Ms: figure('p99_latency_ms'),
  };
}

export class RedisBenchmarkError extends BenchError {
  override name = 'RedisBenchmarkError';

  constructor(problem: string) {
    super(`redis-benchmark gave no figures: ${problem}`);
  }
}

function argumentsFor(port: number, load: Load): string[] {
  const options = {
    '-h': '127.0.0.1',
    '-p': port,
    '-t': TESTS[load.workload],
    '-P': load.pipelineDepth,
    '-c': load.connections,
    '-d': load.valueBytes,
    '-r': load.keys,
    '-n': load.requests,
  };
  return [...Object.entries(options).flat().map(String), '--csv'];
}
