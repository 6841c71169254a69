import { execFileSync } from 'node:child_process';
import { afterEach, expect, test, vi } from 'vitest';
import { keyspace } from './src/keyspace.ts';

const PAST = 1n;
const FUTURE = BigInt(Date.now()) + 1_000_000n;

afterEach(() => {
  vi.restoreAllMocks();
  keyspace.clear();
});

test('active expiry reaches every key, wherever it stands among those that stay', () => {
  for (let i = 0; i < 30_000; i++) keyspace.set(`key ${i}`, 'Ada', i % 10_000 === 5000 ? PAST : FUTURE);
  for (let cycle = 0; cycle < 1000 && keyspace.size > 29_997; cycle++) keyspace.expireCycle();
  expect(keyspace.size).toBe(29_997);
});

test('active expiry reaches keys that are stored while it goes round', () => {
  for (let i = 0; i < 5000; i++) keyspace.set(`old ${i}`, 'Ada', FUTURE);
  keyspace.expireCycle();
  for (let i = 0; i < 5000; i++) keyspace.set(`new ${i}`, 'Ada', PAST);
  for (let cycle = 0; cycle < 1000 && keyspace.size > 5000; cycle++) keyspace.expireCycle();
  expect(keyspace.size).toBe(5000);
});

test('a cycle of active expiry ends when its 5 ms are over, however much there is to do', () => {
  for (let i = 0; i < 10_000; i++) keyspace.set(`key ${i}`, 'Ada', PAST);
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => time++);
  keyspace.expireCycle();
  expect(keyspace.size).toBeGreaterThan(9990);
  expect(keyspace.size).toBeLessThan(10_000);
});

test('a cycle of active expiry ends when it has met a thousand keys that stay', () => {
  for (let i = 0; i < 3000; i++) keyspace.set(`long ${i}`, 'Ada', FUTURE);
  keyspace.set('short', 'Ada', PAST);
  vi.spyOn(performance, 'now').mockReturnValue(0);
  keyspace.expireCycle();
  expect(keyspace.size).toBe(3001);
});

test('the timer of active expiry keeps no process alive', () => {
  const src = `${import.meta.dirname}/src/expiry.ts`;
  const program = `await import(${JSON.stringify(src)}); console.log('done')`;
  const options = { encoding: 'utf8', timeout: 30_000 } as const;
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', program], options)).toBe('done\n');
});
