import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '@toy-redis/conformance';
import { describe, expect, onTestFinished, test } from 'vitest';
import { GraderError, UsageError } from '../src/errors.ts';
import { course, temporaryFolder } from './course.ts';
import { courseWithin } from './within.ts';

describe('course new', { timeout: 60_000 }, () => {
  test('makes a folder that tells what to do next', async () => {
    const folder = join(await temporaryFolder(), 'deep/ada');
    const said = await courseWithin('new', folder, '--start', 'python3 server.py');
    expect(said).toContain(`npx course check ${folder} --watch`);
    const read = (file: string) => readFile(join(folder, file), 'utf8');
    expect(JSON.parse(await read('course.json'))).toEqual({ name: 'ada', start: 'python3 server.py' });
    expect(await read('README.md')).toMatch(/^# ada\n(.|\n)*Next is step 01, bind: a server is/);
    expect(await read('.gitignore')).toContain('.course/\n');
    expect(await read('.github/workflows/course.yml')).toContain("STEP: '01'");
    for (const file of ['README.md', '.github/workflows/course.yml'])
      expect(await read(file)).not.toContain('{{');
  });

  test.each(['01', '05', '07'])('from step %s, it runs as it is', async (number) => {
    const folder = join(await temporaryFolder(), 'ada');
    await courseWithin('new', folder, '--from', number);
    const { start } = JSON.parse(await readFile(join(folder, 'course.json'), 'utf8'));
    const server = await startServer({ command: () => ['/bin/sh', '-c', `exec ${start}`], cwd: folder });
    onTestFinished(() => server.stop());
    expect(server.isRunning()).toBe(true);
  });

  test('a folder that was cloned empty is fine', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '.git'));
    expect(await course(['new', '.'], folder)).toMatchObject({ err: '', code: 0 });
  });

  test('nothing is lost of what is there already', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'README.md'), 'mine');
    const told = courseWithin('new', folder, '--from', '02');
    const line = `expected a new or empty folder, got ${folder}, which has README.md`;
    await expect(told).rejects.toThrow(new UsageError(line));
    expect(await readdir(folder)).toEqual(['README.md']);
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('mine');
    const inFile = courseWithin('new', join(folder, 'README.md'));
    await expect(inFile).rejects.toThrow(/which is none/);
  });

  test.each(['', ' ', 'node\nserver.js'])(
    'what starts it has to be a line, and %j is none',
    async (start) => {
      const folder = await temporaryFolder();
      const told = courseWithin('new', join(folder, 'ada'), '--start', start);
      const line = `expected --start to be a line of text, got ${JSON.stringify(start)}`;
      await expect(told).rejects.toThrow(new UsageError(line));
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test.runIf(process.platform === 'linux')('where nothing may be made, that is said', async () => {
    const told = courseWithin('new', '/sys/ada');
    await expect(told).rejects.toThrow(GraderError);
    await expect(told).rejects.toThrow(/^\/sys\/ada could not be made: E[A-Z]+$/);
  });

  test('an unknown step makes no folder', async () => {
    const folder = await temporaryFolder();
    const told = courseWithin('new', join(folder, 'ada'), '--from', '99');
    await expect(told).rejects.toThrow("There is no step '99'");
    expect(await readdir(folder)).toEqual([]);
  });
});
