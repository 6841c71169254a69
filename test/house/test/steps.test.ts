import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../src/repository.ts';
import { readSteps } from '../src/steps.ts';

it('all steps but the first follow another', () => {
  const [first, ...others] = readSteps(join(ROOT, 'steps'));
  expect(first).toMatchObject({ name: 'step-01', number: '01', follows: undefined });
  expect(others.filter(({ follows }) => follows === undefined)).toEqual([]);
});

it('steps come in the order of their numbers', () => {
  const steps = makeSteps({
    '02-ping': { name: 'step-02', follows: 'step-01' },
    '01-bind': { name: 'step-01' },
  });
  expect(readSteps(steps)).toEqual([
    { name: 'step-01', number: '01', folder: join(steps, '01-bind') },
    { name: 'step-02', number: '02', folder: join(steps, '02-ping'), follows: 'step-01' },
  ]);
});

it('two steps may follow the same one', () => {
  const follows = 'step-01';
  const steps = makeSteps({
    '01-bind': { name: 'step-01' },
    '02a-threads': { name: 'step-02a', follows },
    '02b-atomics': { name: 'step-02b', follows },
  });
  expect(readSteps(steps).map((step) => step.follows)).toEqual([undefined, follows, follows]);
});

it('a step that follows none of the others is an error that names the others', () => {
  const steps = makeSteps({
    '01-bind': { name: 'step-01' },
    '02-ping': { name: 'step-02', follows: 'step-1' },
  });
  expect(() => readSteps(steps)).toThrow(
    "step-02 follows 'step-1', which is no step; there are step-01, step-02",
  );
});

it('a step named otherwise than its folder is an error', () => {
  const steps = makeSteps({ '02-ping': { name: 'step-03' } });
  expect(() => readSteps(steps)).toThrow(
    "expected the package in 02-ping to be named step-02, got 'step-03'",
  );
});

function makeSteps(manifests: Record<string, { name: string; follows?: string }>): string {
  const steps = mkdtempSync(join(tmpdir(), 'toy-redis-steps-'));
  onTestFinished(() => rmSync(steps, { recursive: true }));
  for (const [folder, manifest] of Object.entries(manifests)) {
    mkdirSync(join(steps, folder));
    writeFileSync(join(steps, folder, 'package.json'), JSON.stringify(manifest));
  }
  return steps;
}
