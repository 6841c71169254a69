import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseCase } from '../src/cases/case.ts';
import { readCases, saveCase } from '../src/cases/folder.ts';
import type { Outcome } from '../src/input.ts';
import { tell } from '../src/output/story.ts';
import { tableOf } from '../src/output/table.ts';
import { emptyTally } from '../src/search.ts';

it('a difference is told with a caret under the first byte that differs', () => {
  const input = { chunks: ['PING\r\n', 'ECHO \xff\r\n'], ending: 'half-closes' as const };
  const ours: Outcome = { bytes: '+PONG\r\n$1\r\n?\r\n', state: 'open' };
  const redis: Outcome = { bytes: '+PONG\r\n$1\r\n\xff\r\n', state: 'closed' };
  expect(`${tell('step 05', { input, outcomes: { ours, redis } })}\n`).toBe(`\
step 05 and Redis differ after 14 bytes:
  > "PING\\r\\n"
  > "ECHO \\xff\\r\\n"
  the client closes its side
Redis    "+PONG\\r\\n$1\\r\\n\\xff\\r\\n", and closes the connection
step 05  "+PONG\\r\\n$1\\r\\n?\\r\\n", and waits
                         ^ byte 11
`);
});

it('of much, the part that matters is shown', () => {
  const input = { chunks: ['x'.repeat(1000), ...Array.from('abcdefghijklmn')], ending: 'waits' as const };
  const same = 'y'.repeat(1000);
  const ours: Outcome = { bytes: `${same}?${same}`, state: 'open' };
  const told = tell('05', { input, outcomes: { ours, redis: { bytes: same, state: 'gone' } } });
  expect(told).toContain(`> "${'x'.repeat(300)}" … 700 more bytes\n`);
  expect(told).toContain('\n  … 3 more chunks …\n');
  expect(told).toContain(`\nRedis  … "${'y'.repeat(40)}", and is gone`);
  expect(told).toContain(
    `\n05     … "${'y'.repeat(40)}?${'y'.repeat(59)}" … 941 more bytes, and waits\n${' '.repeat(50)}^ byte 1000`,
  );
});

it('the table has a line for each step', () => {
  const tally = { ...emptyTally(), inputs: 1234, requests: 5678, bytes: 1_000_000, skipped: 9 };
  expect(tableOf([{ step: '05', tally, differences: [], cases: 46 }])).toBe(`\
| step | inputs | requests |     bytes | differences | skipped | unsteady | cases |
| :--- | -----: | -------: | --------: | ----------: | ------: | -------: | ----: |
| 05   |  1,234 |    5,678 | 1,000,000 |           0 |       9 |        0 |    46 |`);
});

it('what was found is saved once, and can be read by people and again by us', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toy-redis-differential-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const input = { chunks: ['ECHO \0\xff\r\n'], ending: 'waits' as const };
  const file = saveCase('05', input, folder);
  expect(saveCase('05', input, folder)).toBe(file);
  expect(readFileSync(file, 'utf8')).toContain('"ECHO \\u0000\\u00ff\\r\\n"');
  expect(readCases(folder)).toEqual([{ title: expect.any(String), from: '05', ...input }]);
});

it.for([
  { json: '{', says: 'expected an object in x.json' },
  { json: '{"from":"05","chunks":[]}', says: 'expected a title in x.json' },
  { json: '{"title":"","chunks":[]}', says: 'expected from: a step in x.json' },
  { json: '{"title":"","from":"05","chunks":["\\u0100"]}', says: 'expected chunks: strings' },
  {
    json: '{"title":"","from":"05","chunks":[],"ending":"x"}',
    says: 'expected ending: waits or half-closes',
  },
])('$json is no case', ({ json, says }) => {
  expect(() => parseCase(json, 'x.json')).toThrow(says);
});
