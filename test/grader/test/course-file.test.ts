import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCourseFile } from '../src/course-file.ts';
import { temporaryFolder } from './course.ts';

async function folderWith(text: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'course.json'), text);
  return folder;
}

test('it says how a server is built and started', async () => {
  const file = { name: 'ada', build: 'make', start: './server' };
  expect(await readCourseFile(await folderWith(JSON.stringify(file)))).toEqual(file);
  const short = { name: 'ada', start: './server' };
  expect(await readCourseFile(await folderWith(JSON.stringify(short)))).toEqual(short);
});

test.each([
  ['no JSON', '{ "name": ', 'expected an object such as'],
  ['no object', '["ada"]', 'expected an object such as'],
  ['no name', '{ "start": "x" }', 'expected "name" to be a line of text'],
  ['no start', '{ "name": "ada", "start": "" }', 'expected "start" to be a line of text'],
  ['two lines', '{ "name": "ada", "start": "a\\nb" }', 'got "a\\nb"'],
  [
    'no text to build',
    '{ "name": "ada", "start": "x", "build": 3 }',
    'expected "build" to be a line of text',
  ],
  ['a key that is none', '{ "name": "ada", "strat": "x", "start": "x" }', 'got "strat"'],
  ['more than anybody writes', ' '.repeat(100_000), 'at most 65536 bytes'],
])('%s is told in one line', async (_, text, told) => {
  const reading = readCourseFile(await folderWith(text));
  await expect(reading).rejects.toThrow(told);
  await expect(reading).rejects.toThrow(/^course\.json: .*$/);
  await expect(reading).rejects.toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('\n') }),
  );
});

test('a link that leads out of the folder is not followed', async () => {
  const outside = await folderWith('{ "name": "secret", "start": "x" }');
  const folder = await temporaryFolder();
  await symlink(join(outside, 'course.json'), join(folder, 'course.json'));
  await expect(readCourseFile(folder)).rejects.toThrow('a link');
  const other = await temporaryFolder();
  await mkdir(join(other, 'course.json'));
  await expect(readCourseFile(other)).rejects.toThrow('expected a file');
});
