import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseCase } from '../src/cases/case.ts';
import { readCases, saveCase } from '../src/cases/folder.ts';
import { cutAt } from '../src/cut.ts';
import { tell } from '../src/output/story.ts';
import { complaintOfRequest } from '../src/targets/requests.ts';
import { backtracks } from '../src/work/backtracks.ts';
import { spyOn } from '../src/work/spies.ts';

it('backtracks are counted, those of ` *` too', () => {
  const ratio = (regExp: RegExp, n: number) =>
    backtracks(regExp, ' '.repeat(2 * n), 0) / backtracks(regExp, ' '.repeat(n), 0);
  expect(ratio(/ +"/, 200)).toBeCloseTo(4, 0);
  expect(ratio(/ *x/y, 200)).toBeCloseTo(2, 0);
  expect(backtracks(/a/y, 'a', 0)).toBe(0);
});

describe('what methods do is counted', () => {
  const buffer = Buffer.from('abcdefghij');
  it.for([
    { does: 'finds', run: () => buffer.indexOf('d'), counted: { bytes: 4, matching: 0 } },
    { does: 'finds nothing', run: () => buffer.includes(0, 3), counted: { bytes: 7, matching: 0 } },
    { does: 'makes a string', run: () => buffer.toString('latin1', 2), counted: { bytes: 8, matching: 0 } },
    { does: 'concatenates', run: () => Buffer.concat([buffer, buffer]), counted: { bytes: 20, matching: 0 } },
    { does: 'matches', run: () => /b./.exec('abcd'), counted: { bytes: 0, matching: 3 } },
  ])('$does', ({ run, counted }) => {
    expect(spyOn(run)).toEqual(counted);
    expect(spyOn(() => {})).toEqual({ bytes: 0, matching: 0 });
  });
});

it.for([
  { request: ['a\xff'], says: undefined },
  { request: [], says: /not empty/ },
  { request: 'a', says: /arrays/ },
  { request: [1], says: /strings/ },
  { request: ['\u0100'], says: /one character for each byte/ },
  { request: ['abc', 'd'], says: /no more bytes/ },
])('of 3 bytes, $request is a request or not', ({ request, says }) => {
  const complaint = complaintOfRequest(request, 3);
  if (says) expect(complaint).toMatch(says);
  else expect(complaint).toBeUndefined();
});

it('bytes are cut at any place', () => {
  expect(cutAt([4, 9, 2], 'abcdef')).toEqual(['ab', '', 'cd', 'ef']);
});

it('a finding is told in bytes', () => {
  expect(tell({ chunks: ['\r', 'x'.repeat(301)], expected: 'a', got: 'b' })).toBe(
    `  > "\\r"\n  > "${'x'.repeat(300)}" … 1 more bytes\nexpected a\ngot      b`,
  );
});

it('what was found is saved once, and can be read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toy-redis-fuzz-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const chunks = ['*1\r', '\n\0\xff'];
  expect(saveCase('requests', chunks, folder)).toBe(saveCase('requests', chunks, folder));
  expect(readCases(folder)).toEqual([{ title: expect.any(String), target: 'requests', chunks }]);
});

it.for([
  { json: '{', says: 'expected an object in x.json' },
  { json: '{"target":"requests","chunks":[]}', says: 'expected a title in x.json' },
  { json: '{"title":"","chunks":[]}', says: 'expected a target in x.json' },
  { json: '{"title":"","target":"","chunks":["\\u0100"]}', says: 'expected chunks: strings' },
])('$json is no case', ({ json, says }) => {
  expect(() => parseCase(json, 'x.json')).toThrow(says);
});
