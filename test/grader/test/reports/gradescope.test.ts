import { expect, test } from 'vitest';
import { gradescopeJson } from '../../src/reports/gradescope.ts';
import { hostileClass } from './hostile-class.ts';
import { madeUpClass } from './made-up-class.ts';

test('what Gradescope gets of a small class', async () => {
  const all = hostileClass().map(gradescopeJson).join('');
  await expect(all).toMatchFileSnapshot('golden/gradescope.txt');
});

test('the score is the fork’s, and the points of the tests are its core checks', () => {
  for (const result of madeUpClass(60)) {
    const { score, tests } = JSON.parse(gradescopeJson(result));
    expect(score).toBe(result.score);
    const core = result.steps.flatMap(({ checks }) => checks).filter(({ tier }) => tier === 'core');
    const withPoints = tests.filter((test: { max_score?: number }) => test.max_score !== undefined);
    expect(withPoints).toHaveLength(
      core.length + result.steps.filter(({ checks }) => checks.length === 0).length,
    );
    for (const test of withPoints) expect(test.status).toBe(test.score === 1 ? 'passed' : 'failed');
  }
});

test('a fork that says much is cut short', () => {
  for (const result of hostileClass()) expect(gradescopeJson(result).length).toBeLessThan(100_000);
});
