import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readWeights } from '../../src/grade/weights.ts';
import { folderWith } from './folder.ts';

const read = (text: string) =>
  readWeights(join(folderWith({ 'weights.json': text }), 'weights.json'), ['01', '02', '03'], ['01', '02']);

it('say what steps count', () => {
  expect([...read('{ "02": 2.5, "01": 0 }')]).toEqual([
    ['02', 2.5],
    ['01', 0],
  ]);
});

it('may say so of steps that are not graded yet', () => {
  expect([...read('{ "03": 2 }')]).toEqual([['03', 2]]);
});

it.for([
  ['{ "08": 1 }', 'expected steps of 01, 02, 03, got 08'],
  ['{ "01": "2" }', 'expected a number of at least 0 for step 01, got "2"'],
  ['{ "01": -1 }', 'expected a number of at least 0 for step 01, got -1'],
  ['{ "01": 0, "02": 0, "03": 1 }', 'expected some step of 01, 02 that counts, got 0 for each'],
  ['[1]', 'expected weights such as { "05": 2 }, got [1]'],
  ['{\n "01": \n}', '--weights: expected a JSON file'],
])('that are wrong are refused in one line: %j', ([text = '', says = '']) => {
  expect(() => read(text)).toThrow(says);
  expect(() => read(text)).toThrow(/^[^\n]*$/);
});
