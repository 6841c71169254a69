import { describe, expect, it } from 'vitest';
import { readCases } from '../src/cases/folder.ts';
import { compareStep } from '../src/compare-step.ts';
import { isFlawless, tellAndSave } from '../src/output/report.ts';
import { compare, EFFORT, open, temporaryFolder } from './fakes/pair.ts';

describe('a difference', { timeout: 300_000 }, () => {
  it('may differ now and then: the case that is saved is as patient', async () => {
    const folder = temporaryFolder();
    const subject = await open('differs-now-and-then');
    const report = await compare(subject);
    expect(report.discovery?.recipe).toEqual({ before: [], plays: 20 });
    const [story] = tellAndSave(report, [report], folder);
    expect(story).toMatch(/differ after \d+ bytes, in 2 of \d+ plays:/);
    expect(story).toContain('\nServers started anew differ only when it is tried up to 20 times.\nSaved as ');
    const again = await compareStep(subject, readCases(folder), EFFORT);
    expect(again.failed).toMatchObject([{ title: expect.stringMatching(/^"\w+ .* as by Redis$/i) }]);
  });

  it('may differ once and never again: that is told, saved and no success', async () => {
    const folder = temporaryFolder();
    const report = await compare(await open('differs-once'), { ...EFFORT, runs: 100 });
    expect(report).toMatchObject({ failed: [], discovery: undefined, tally: { inputs: 100 } });
    expect(tellAndSave(report, [report], folder)).toEqual([
      expect.stringMatching(/^Not when tried again\nstep 05 and Redis differ .* in 1 of 20 plays:\n/),
    ]);
    expect(readCases(folder)).toMatchObject([{ plays: 20, from: '05' }]);
    expect(isFlawless(report)).toBe(false);
  });

  it('may remember what another client did: that is saved with it', async () => {
    const folder = temporaryFolder();
    const report = await compare(await open('leaks-between-clients'));
    const [story] = tellAndSave(report, [report], folder);
    expect(story).toMatch(/\nServers started anew differ only after\n {2}another client:\n {2}> "/);
    const [saved] = readCases(folder);
    expect(saved?.before).toHaveLength(1);
    const fresh = await compareStep(await open('leaks-between-clients'), readCases(folder), EFFORT);
    expect(fresh.failed).toHaveLength(1);
  });
});
