import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { Outputs } from '../../src/grade/outputs/outputs.ts';
import { folderWith } from './folder.ts';

const claim = (files: Record<string, string>, path = '.', keepsResults = false) =>
  new Outputs(join(folderWith(files), path)).claim(keepsResults);

it.for([
  ['is new', {}, 'grades/05'],
  ['has nothing but what nobody sees', { '.keep': '' }],
  ['was left before anything was graded', { 'results/.ada.json.1.draft': '', 'forks/x': '' }],
] as const)('a folder that %s is taken', async ([, files, path]) => {
  await expect(claim(files, path)).resolves.toBeUndefined();
});

it('one with results is taken to go on, whatever else was put there, and for nothing else', async () => {
  const files = { 'results/ada.json': '{}', 'graded.json': '{}', 'grades.xlsx': '' };
  await expect(claim(files, '.', true)).resolves.toBeUndefined();
  await expect(claim(files)).rejects.toThrow('expected a folder without results');
  await expect(claim({ 'results/ada.json': '{}', 'index.html': '' }, '.', true)).resolves.toBeUndefined();
});

it.for([
  ['a file', { out: 'mine' }, 'out', /^--out: expected a folder to write to, got /],
  ['below a file', { out: 'mine' }, 'out/05', /^--out: expected a folder to write to, got /],
  ['somebody else’s page', { 'out/index.html': 'mine' }, 'out', /alone, got .*, where index\.html is\./],
  [
    'somebody else’s',
    { 'out/results/a': '', 'out/thesis': 'mine' },
    'out',
    /where thesis is\. Name another$/,
  ],
] as const)('what is %s is refused in one line, and kept', async ([, files, path, says]) => {
  for (const keepsResults of [false, true]) {
    const folder = folderWith(files);
    const claimed = new Outputs(join(folder, path)).claim(keepsResults);
    await expect(claimed).rejects.toThrow(UsageError);
    await expect(claimed).rejects.toThrow(says);
    const [[mine = ''] = []] = Object.entries(files).filter(([, text]) => text === 'mine');
    expect(readFileSync(join(folder, mine), 'utf8')).toBe('mine');
  }
});
