import { describe, expect, it } from 'vitest';
import { firstStepFor } from '../src/cases/first-step.ts';
import { readCases, saveCase } from '../src/cases/folder.ts';
import { read } from '../src/compare/reading.ts';
import { compareStep } from '../src/compare-step.ts';
import { bytesOf } from '../src/input.ts';
import { isFlawless } from '../src/output/report.ts';
import { tell } from '../src/output/story.ts';
import { compare, EFFORT, open, temporaryFolder } from './fakes/pair.ts';

const CASE = { title: 'Every byte comes back', before: [], plays: 1 };

describe('a server that is not like the other', { timeout: 60_000 }, () => {
  it('is found out, by as little as it takes', async () => {
    const { failed, discovery } = await compare(await open('knows-ascii-only'));
    expect(failed).toEqual([]);
    const found = discovery?.difference;
    const { requests } = read(found ? bytesOf(found.input) : '');
    expect(requests).toEqual([
      [expect.stringMatching(/^echo$/i), expect.stringMatching(/^.{0,2}[\x80-\xff].{0,2}$/)],
    ]);
    expect(found?.input.chunks).toHaveLength(1);
    expect(discovery?.recipe).toEqual({ before: [], plays: 1 });
    expect(found && tell('step 05', found)).toMatch(
      /^step 05 +"\$\d\\r\\n.*\?.*\\r\\n", and waits\n +\^ byte \d$/m,
    );
  });

  it('is found out by the saved case from then on, before anything is searched for', async () => {
    const folder = temporaryFolder();
    const subject = await open('knows-ascii-only');
    saveCase({ ...CASE, from: '05', chunks: ['ECHO \xff\r\n'], ending: 'half-closes' }, folder);
    saveCase({ ...CASE, from: '06', chunks: ['ECHO \xfe\r\n'], ending: 'waits' }, folder);
    const { failed, discovery, cases, tally } = await compareStep(subject, readCases(folder), EFFORT);
    const difference = {
      input: { chunks: ['ECHO \xff\r\n'] },
      outcomes: { ours: { state: 'closed' } },
      plays: { different: 2, all: 2 },
    };
    expect(failed).toMatchObject([{ title: CASE.title, difference }]);
    expect({ discovery, cases, inputs: tally.inputs }).toEqual({ cases: 1, inputs: 1 });
  });

  it('may exit: it is started again', async () => {
    const { discovery } = await compare(await open('exits-at-an-empty-message'));
    expect(discovery).toMatchObject({ difference: { outcomes: { ours: { state: 'gone' } } } });
  });
});

it('two servers that are alike are told apart by nothing', { timeout: 60_000 }, async () => {
  const report = await compare(await open('correct'), { ...EFFORT, runs: 150 });
  expect(report.tally).toMatchObject({ inputs: 150, unsteady: [] });
  expect(report.tally.requests).toBeGreaterThan(150);
  expect(isFlawless(report)).toBe(true);
});

it('a case is from the first step that understands it', () => {
  const first = {
    step: '05',
    lineage: ['05'],
    abilities: { commands: new Set(['echo']), lacks: new Set(['set']) },
  };
  const second = {
    step: '06',
    lineage: ['06', '05'],
    abilities: { commands: new Set(['echo', 'set']), lacks: new Set<string>() },
  };
  const from = (...lines: string[]) => {
    const inputs = lines.map((line) => ({ chunks: [line], ending: 'waits' as const }));
    return firstStepFor(inputs, second, [first, second]);
  };
  expect([from('ECHO a\r\n'), from('SET a 1\r\n'), from('SET a 1\r\n', 'ECHO a\r\n')]).toEqual([
    '05',
    '06',
    '06',
  ]);
});
