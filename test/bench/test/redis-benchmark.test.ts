import { describe, expect, it } from 'vitest';
import { parseReport, RedisBenchmarkError } from '../src/servers/redis-benchmark.ts';

const NAMES =
  '"test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms","max_latency_ms"';

describe('what redis-benchmark --csv prints', () => {
  it('is found by the names of its columns', () => {
    const csv = `${NAMES}\n"GET","102564.11","0.254","0.064","0.255","0.295","0.407","1.743"\n`;
    expect(parseReport(csv)).toEqual({ requestsPerSecond: 102564.11, p50Ms: 0.255, p99Ms: 0.407 });
  });

  it.for(['', NAMES, `${NAMES}\n"GET","-nan"`, '"GET","102564.11"'])('is an error if it is %j', (csv) => {
    expect(() => parseReport(csv)).toThrow(RedisBenchmarkError);
  });
});
