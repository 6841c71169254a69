import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chooseForks } from '../../src/grade/forks/choose.ts';
import { gradeClass } from '../../src/grade/grade-class.ts';
import { bareGround } from '../../src/grade/grounds/bare.ts';
import { Ledger } from '../../src/grade/outputs/ledger.ts';
import { Outputs } from '../../src/grade/outputs/outputs.ts';
import { Progress } from '../../src/grade/progress.ts';
import { courseSteps } from '../../src/grading/course.ts';
import { folderWith } from './folder.ts';
import { forkOf, inFolder, PONG } from './pong.ts';

/** Says nothing at its first start, as on a machine that has no time for it, and counts its starts. */
const shyAt = (file: string) => `
const { appendFileSync, readFileSync } = require('node:fs');
appendFileSync('${file}', 'started\\n');
const starts = readFileSync('${file}', 'utf8').split('\\n').length - 1;
${PONG.replace('socket.write', 'starts > 1 && socket.write')}`;

/** Grades a server that was silent at first, and one that always is. */
async function gradeTheSilent(isBusy: boolean) {
  const here = folderWith();
  const [shy, mute] = ['shy', 'mute'].map((name) => join(here, `${name}.starts`));
  const mutes = shyAt(mute ?? '').replace('starts > 1', 'starts > 9');
  const forks = folderWith({
    ...inFolder('shy', { ...forkOf('node server.cjs'), 'server.cjs': shyAt(shy ?? '') }),
    ...inFolder('mute', { ...forkOf('node server.cjs'), 'server.cjs': mutes }),
  });
  const results = await gradeClass({
    forks: chooseForks(['shy', 'mute'], undefined, forks).forks,
    manner: {
      ground: bareGround,
      steps: courseSteps().slice(0, 2),
      weights: new Map(),
      layout: null,
      limits: { ms: 60_000, memoryBytes: 0, processes: 0, outputBytes: 1000 },
      patience: { first: 500, next: 500 },
      readyWithinMs: 30_000,
      allowsNetwork: false,
      isBusy: () => isBusy,
    },
    jobs: 2,
    outputs: new Outputs(here),
    ledger: await Ledger.open(here, {}),
    progress: new Progress(2, { isTTY: false, columns: 0 }),
    signal: new AbortController().signal,
  });
  const starts = [shy, mute].map((file = '') => readFileSync(file, 'utf8').match(/started/g)?.length);
  return { results, starts };
}

it('who was silent on a busy machine is asked again, once', { timeout: 120_000 }, async () => {
  const { results, starts } = await gradeTheSilent(true);
  expect(starts).toEqual([2, 2]);
  const [shy, mute] = results;
  expect(shy).toMatchObject({ fork: 'shy', reached: '02', score: 100 });
  expect(mute).toMatchObject({ fork: 'mute', reached: '01', verdict: 'graded' });
  expect(mute?.steps[1]?.checks[0]).toMatchObject({ verdict: 'fail', received: 'nothing came' });
});

it('and is believed where it had all the time', { timeout: 120_000 }, async () => {
  const { results, starts } = await gradeTheSilent(false);
  expect(starts).toEqual([1, 1]);
  expect(results.map(({ reached }) => reached)).toEqual(['01', '01']);
});
