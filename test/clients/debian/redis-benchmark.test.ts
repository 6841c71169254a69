import { expect, test } from 'vitest';
import { run } from '../src/programs.ts';
import { stores } from '../src/speakers.ts';
import { visitEachSpeaker } from '../src/visit.ts';

visitEachSpeaker((step, port) => {
  const [tests, measured] = stores(step)
    ? ['ping,set,get', ['PING_INLINE', 'PING_MBULK', 'SET', 'GET']]
    : ['ping', ['PING_INLINE', 'PING_MBULK']];
  const options = () => ['-p', port(), '-t', tests, '-n', 2000];

  for (const pipelined of [1, 16]) {
    test(`redis-benchmark -P ${pipelined} measures ${tests}`, () => {
      const { status, stdout } = run('redis-benchmark', [...options(), '-P', pipelined, '-q']);
      const rates = stdout.matchAll(/(\w+): \d+\.\d+ requests per second/g);
      expect(Array.from(rates, ([, name]) => name)).toEqual(measured);
      expect(status).toBe(0);
    });
  }

  test(`redis-benchmark --csv measures ${tests}`, () => {
    const { status, stdout } = run('redis-benchmark', [...options(), '--csv']);
    const rates = stdout.matchAll(/^"(\w+)","\d+\.\d+",/gm);
    expect(Array.from(rates, ([, name]) => name)).toEqual(measured);
    expect(status).toBe(0);
  });
});
