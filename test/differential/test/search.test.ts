import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCases, saveCase } from '../src/cases/folder.ts';
import { read } from '../src/compare/reading.ts';
import { compareStep, type Report, type Subject } from '../src/compare-step.ts';
import { bytesOf } from '../src/input.ts';
import { tell } from '../src/output/story.ts';
import { openSubject } from './fakes/pair.ts';

const EFFORT = { seed: 1, ms: 30_000, runs: 1000, signal: new AbortController().signal };

describe('a server that is not like the other', { timeout: 60_000 }, () => {
  it('is found out, by as little as it takes', async () => {
    const { differences } = await compare(await open('knows-ascii-only'));
    const [found] = differences;
    expect(differences).toHaveLength(1);
    expect(found?.title).toBeUndefined();
    const { requests } = read(found ? bytesOf(found.difference.input) : '');
    expect(requests).toEqual([[expect.stringMatching(/^echo$/i), expect.stringMatching(/^[\x80-\xff]$/)]]);
    expect(found?.difference.input.chunks).toHaveLength(1);
    expect(found && tell('step 05', found.difference)).toMatch(
      /^step 05 +"\$1\\r\\n\?\\r\\n", and waits\n +\^ byte 4$/m,
    );
  });

  it('is found out by the saved case from then on, before anything is searched for', async () => {
    const folder = temporaryFolder();
    const subject = await open('knows-ascii-only');
    saveCase('05', { chunks: ['ECHO \xff\r\n'], ending: 'half-closes' }, folder);
    saveCase('06', { chunks: ['ECHO \xfe\r\n'], ending: 'waits' }, folder);
    const { differences, cases, tally } = await compareStep(subject, readCases(folder), EFFORT);
    expect(differences).toMatchObject(
      [
        {
          title: /Redis/,
          difference: { input: { chunks: ['ECHO \xff\r\n'] }, outcomes: { ours: { state: 'closed' } } },
        },
      ].map((each) => ({ ...each, title: expect.stringMatching(each.title) })),
    );
    expect({ cases, inputs: tally.inputs }).toEqual({ cases: 1, inputs: 1 });
  });

  it('may exit: it is started again', async () => {
    const { differences } = await compare(await open('exits-at-an-empty-message'));
    expect(differences).toMatchObject([{ difference: { outcomes: { ours: { state: 'gone' } } } }]);
  });
});

it('two servers that are alike are told apart by nothing', { timeout: 60_000 }, async () => {
  const { differences, tally } = await compareStep(await open('correct'), [], { ...EFFORT, runs: 300 });
  expect(differences).toEqual([]);
  expect(tally).toMatchObject({ inputs: 300, unsteady: [] });
  expect(tally.requests).toBeGreaterThan(300);
});

async function open(name: string): Promise<Subject> {
  const subject = await openSubject(name);
  onTestFinished(() => subject.pair.close());
  return subject;
}

function compare(subject: Subject): Promise<Report> {
  return compareStep(subject, [], EFFORT);
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'toy-redis-differential-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
