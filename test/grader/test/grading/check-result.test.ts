import { checks, Mismatch, passes } from '@toy-redis/conformance';
import { expect, test } from 'vitest';
import { toCheckResult } from '../../src/grading/check-result.ts';
import { differenceOf } from '../../src/reports/difference.ts';

const KEY_SUFFIX = '1234abcd';

function resultOf(expected: string, came: string, transcript: string[] = []) {
  const [check] = checks;
  if (!check) throw new Error('expected checks, got none');
  const due = { text: 'just this', bytes: expected };
  const mismatch = new Mismatch(due, { kind: 'says', bytes: came });
  const seen = { check, cell: passes, verdict: 'fail', problem: '', mismatch, transcript, ms: 1 } as const;
  return toCheckResult({ step: '05', result: { ...seen, keySuffix: KEY_SUFFIX } });
}

test('of long values it shows where they part, wherever that is', () => {
  const [before, after] = ['a'.repeat(1000), 'z'.repeat(1000)];
  const { expected, received } = resultOf(`${before}+${after}`, `${before}-${after}`);
  const around = (byte: string) => `… "${'a'.repeat(40)}${byte}${'z'.repeat(89)}" … 911 more bytes`;
  expect([expected, received]).toEqual([around('+'), around('-')]);
  expect(differenceOf(expected, received)).toMatchObject({
    expected: { first: '+' },
    received: { first: '-' },
  });
});

test('it shows short values whole', () => {
  const { expected, received } = resultOf(`${'a'.repeat(200)}+`, `${'a'.repeat(200)}-`);
  expect(expected).toBe(`"${'a'.repeat(200)}+"`);
  expect(differenceOf(expected, received)?.byte).toBe(200);
});

test('what keys end with by chance is the same each time, and nothing else is', () => {
  const { expected, received, transcript } = resultOf(':87654321\r\n', `k:${KEY_SUFFIX}`, [
    `> "GET k:${KEY_SUFFIX}\\r\\n"`,
    '< ":87654321\\r\\n"',
    `< "no K:${KEY_SUFFIX.toUpperCase()}\\r\\n"`,
  ]);
  expect(expected).toBe('":87654321\\r\\n"');
  expect(received).toBe('"k:xxxxxxxx"');
  expect(transcript).toEqual(['> "GET k:xxxxxxxx\\r\\n"', '< ":87654321\\r\\n"', '< "no K:xxxxxxxx\\r\\n"']);
});
