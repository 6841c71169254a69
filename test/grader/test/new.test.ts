import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '@toy-redis/conformance';
import { describe, expect, onTestFinished, test } from 'vitest';
import { course, temporaryFolder } from './course.ts';

describe('course new', { timeout: 60_000 }, () => {
  test('makes a folder that tells what to do next', async () => {
    const folder = join(await temporaryFolder(), 'deep/ada');
    expect(await course(['new', folder, '--start', 'python3 server.py'])).toMatchObject({ err: '', code: 0 });
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
    expect(await course(['new', folder, '--from', number])).toMatchObject({ err: '', code: 0 });
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
    const { err, code } = await course(['new', folder, '--from', '02']);
    expect({ err, code }).toEqual({
      err: `expected a new or empty folder, got ${folder}, which has README.md\n`,
      code: 2,
    });
    expect(await readdir(folder)).toEqual(['README.md']);
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('mine');
    const inFile = await course(['new', join(folder, 'README.md')]);
    expect(inFile).toMatchObject({ code: 2, err: expect.stringContaining('which is none') });
  });

  test('an unknown step makes no folder', async () => {
    const folder = await temporaryFolder();
    const { err, code } = await course(['new', 'ada', '--from', '99'], folder);
    expect(err).toContain("There is no step '99'");
    expect(code).toBe(2);
    expect(await readdir(folder)).toEqual([]);
  });
});
