import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseCase } from '../src/cases/case.ts';
import { readCases, saveCase } from '../src/cases/folder.ts';
import { titleOf } from '../src/cases/title.ts';
import type { Outcomes } from '../src/exchange/pair.ts';
import type { Outcome } from '../src/input.ts';
import { describe } from '../src/output/progress.ts';
import { tell } from '../src/output/story.ts';
import { tableOf } from '../src/output/table.ts';
import { emptyTally } from '../src/tally.ts';

const span = { from: 0, to: 0 };

it('a difference is told with a caret under the first byte that differs', () => {
  const input = { chunks: ['PING\r\n', 'ECHO \xff\r\n'], ending: 'half-closes' as const };
  const plays = { different: 2, all: 3 };
  const ours: Outcome = { bytes: '+PONG\r\n$1\r\n?\r\n', state: 'open' };
  const redis: Outcome = { bytes: '+PONG\r\n$1\r\n\xff\r\n', state: 'closed' };
  expect(`${tell('step 05', { input, outcomes: { ours, redis, span }, plays })}\n`).toBe(`\
step 05 and Redis differ after 14 bytes, in 2 of 3 plays:
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
  const outcomes: Outcomes = { ours, redis: { bytes: same, state: 'gone' }, span };
  const told = tell('05', { input, outcomes, plays: { different: 2, all: 2 } });
  expect(told).toMatch(/^05 and Redis differ after 1014 bytes:\n/);
  expect(told).toContain(`> "${'x'.repeat(300)}" … 700 more bytes\n`);
  expect(told).toContain('\n  … 3 more chunks …\n');
  expect(told).toContain(`\nRedis  … "${'y'.repeat(40)}", and is gone`);
  expect(told).toContain(
    `\n05     … "${'y'.repeat(40)}?${'y'.repeat(59)}" … 941 more bytes, and waits\n${' '.repeat(50)}^ byte 1000`,
  );
});

it('the table has a line for each step', () => {
  const tally = { ...emptyTally(), inputs: 1234, requests: 5678, bytes: 1_000_000, skipped: 9 };
  expect(tableOf([{ step: '05', tally, failed: [], discovery: undefined, cases: 46 }])).toBe(`\
| step | inputs | requests |     bytes | differences | skipped | unsteady | cases |
| :--- | -----: | -------: | --------: | ----------: | ------: | -------: | ----: |
| 05   |  1,234 |    5,678 | 1,000,000 |           0 |       9 |        0 |    46 |`);
});

it('what was found is saved once, and can be read by people and again by us', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toy-redis-differential-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const found = { title: 'Any byte', from: '05', chunks: ['ECHO \0\xff\r\n'], ending: 'waits' as const };
  const other = { chunks: ['HELLO 3\r\n'], ending: 'half-closes' as const };
  const [plain, patient] = [
    { ...found, before: [], plays: 1 },
    { ...found, before: [other], plays: 20 },
  ];
  const file = saveCase(plain, folder);
  expect(saveCase(plain, folder)).toBe(file);
  expect(readFileSync(file, 'utf8')).toContain('"ECHO \\u0000\\u00ff\\r\\n"');
  expect(readFileSync(file, 'utf8')).not.toMatch(/before|plays/);
  expect(readCases(folder)).toEqual([plain]);
  saveCase(patient, folder);
  expect(readCases(folder)).toContainEqual(patient);
});

it.for([
  {
    sent: 'SET a 1\r\nGET a\r\n',
    redis: '+OK\r\n$1\r\n1\r\n',
    title: '"GET a" with 1 more is answered as by Redis',
  },
  { sent: 'SET a "\xff"\r\n', redis: '-ERR\r\n', title: '"SET a \\xff" is answered as by Redis' },
  {
    sent: 'PING\r\n*1\r\n+\r\n',
    redis: '+PONG\r\n-ERR\r\n',
    title: '"*1\\r\\n+\\r\\n" with 1 more is answered as by Redis',
  },
  { sent: `*${'1'.repeat(100)}`, redis: '', title: `"*${'1'.repeat(59)}…" is answered as by Redis` },
])('a case is called $title', ({ sent, redis, title }) => {
  const outcomes: Outcomes = {
    ours: { bytes: '+OK\r\n', state: 'open' },
    redis: { bytes: redis, state: 'open' },
    span,
  };
  const input = { chunks: [sent], ending: 'waits' as const };
  expect(titleOf({ input, outcomes, plays: { different: 2, all: 2 } })).toBe(title);
});

it('it says which step is making a difference small', () => {
  const tallies = new Map([
    ['05', { ...emptyTally(), inputs: 7 }],
    ['06', { ...emptyTally(), inputs: 8, isShrinking: true }],
  ]);
  expect(describe(tallies)).toBe('05: 7, 06: 8 and a difference, which is being made small');
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
