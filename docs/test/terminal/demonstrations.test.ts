import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { listSteps } from '../../src/course/steps.ts';
import { DEMONSTRATIONS } from '../../src/playground/lacks/demonstrations.ts';
import { perform } from '../../src/playground/lacks/perform.ts';
import { bareStage } from './stage.ts';

test('there is nothing to show of a step that is not there', () => {
  const steps = listSteps().map(({ number }) => number);
  expect(DEMONSTRATIONS.filter(({ step }) => !steps.includes(step))).toEqual([]);
});

const QUICK = { reading: 0, seeing: 80, key: 0 };

describe('what the terminals show when', () => {
  test.each(DEMONSTRATIONS)('step $step is asked to "$button"', async ({ step, button, acts }) => {
    const { stage, rowsOf } = await bareStage(step);
    await perform(acts, stage, new AbortController().signal, QUICK);
    const rows = (terminal: 1 | 2) => rowsOf(terminal).map(withoutSeconds).join('\n');
    const shown = () => `Terminal 1\n${rows(1)}\n\nTerminal 2\n${rows(2)}\n`;
    const golden = new URL(`golden/${step}-${button.split(' ').at(-1)}.txt`, import.meta.url);
    await expect.poll(shown, { timeout: 10_000 }).toBe(await readFile(golden, 'utf8'));
  });
});

/** A minute is nearly over at once, on a slow machine. */
function withoutSeconds(row: string): string {
  return row.replace(/^\(integer\) [1-6]\d$/, '(integer) …');
}
