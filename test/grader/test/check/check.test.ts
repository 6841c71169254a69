import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { course } from '../course.ts';
import { expectResult } from '../schema.ts';
import { pong } from '../servers/start.ts';

const TIMEOUT = 120_000;
const PROGRESS = '.course/progress.json';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'toy-redis-course-'));
});
afterAll(() => rm(home, { recursive: true }));

const newFolder = () => mkdtemp(join(home, 'learner-'));
const check = (folder: string, ...words: string[]) => course(['check', folder, ...words]);

async function learner(file: { build?: string; start: string }, progress?: string): Promise<string> {
  const folder = await newFolder();
  await writeFile(join(folder, 'course.json'), JSON.stringify({ name: 'ada', ...file }));
  if (progress !== undefined) {
    await mkdir(join(folder, '.course'));
    await writeFile(join(folder, PROGRESS), progress);
  }
  return folder;
}

const start = (...words: string[]) => pong(...words).join(' ');
const reached = async (folder: string) =>
  Object.keys(JSON.parse(await readFile(join(folder, PROGRESS), 'utf8')).steps);

describe.concurrent('a server that replies PONG', { timeout: TIMEOUT }, () => {
  test('is checked up to the first step that fails, which is told as a story', async () => {
    const folder = await learner({ start: start() });
    const { out, err, code } = await check(folder);
    expect({ err, code }).toEqual({ err: '', code: 1 });
    expect(out).toMatch(/^ada {2}.*pong\.ts\n\n✓ 01 bind +it listens\n✓ 02 ping +3 of 3 checks/);
    expect(out).toMatch(/\n✗ 05 RESP +0 of 19 checks.*\n {2}06 get and set\n/);
    expect(out).toContain('resp/echo: ECHO returns its argument');
    expect(out).toContain('received  "+PONG\\r\\n"\n           ^ byte 0');
    expect(out).toContain('It looks as if: you reply +PONG to whatever you are asked');
    expect(out).toMatch(/\nhint {2}A request is an array.*\n\nNext: step 05, requests are framed\.\n$/);
    expect(out).not.toContain('\u001b');
    expect(await reached(folder)).toEqual(['01', '02', '03', '04']);
  });

  test('passes all up to step 04, by a command and without a course.json', async () => {
    const { out, code } = await check(await newFolder(), '--step', '04', '--', ...pong());
    expect(out).toMatch(/All passes up to step 04\. Next: step 05, requests are framed\.\n$/);
    expect(code).toBe(0);
  });

  test('is heard out: what it prints while it fails is told, too', async () => {
    const { out } = await check(await learner({ start: start('says-pang') }));
    expect(out).toMatch(/\nhint .*\n\nIt printed meanwhile:\nIt said ".*PING\\r\\n"\n\nNext: step 02/);
  });

  test('prints a result that tools can read, and nothing else', async () => {
    const { out, err } = await check(await learner({ start: start() }), '--json');
    const result = JSON.parse(out);
    expectResult(result);
    expect(result).toMatchObject({ fork: 'ada', reached: '04', layout: 'server' });
    expect(result.steps).toHaveLength(7);
    expect(err).toBe('');
  });
});

describe.concurrent('progress', { timeout: TIMEOUT }, () => {
  const passed = (...steps: string[]) =>
    JSON.stringify({
      schema: 'toy-redis-progress/1',
      steps: Object.fromEntries(steps.map((step) => [step, '2026-01-01T00:00:00.000Z'])),
    });

  test('names a step that passed before, and keeps when it was', async () => {
    const folder = await learner({ start: start('says-pang') }, passed('01', '02'));
    const { out } = await check(folder);
    expect(out).toMatch(/\nStep 02 passed before: what have you changed since\?\n$/);
    expect(await readFile(join(folder, PROGRESS), 'utf8')).toContain('"02": "2026-01-01T00:00:00.000Z"');
  });

  test('that says nothing is as good as none', async () => {
    const folder = await learner({ start: start('exits') }, 'no JSON');
    expect((await check(folder)).code).toBe(1);
    expect(await reached(folder)).toEqual([]);
  });

  test('that cannot be written is no failure', async () => {
    const folder = await learner({ start: start() });
    await writeFile(join(folder, '.course'), 'a file where a folder should be');
    const { out, code } = await check(folder, '--step', '02');
    expect(code).toBe(0);
    expect(out).toContain('could not be written');
    expect((await stat(join(folder, '.course'))).isFile()).toBe(true);
  });
});

describe.concurrent('a server that does not start', { timeout: TIMEOUT }, () => {
  test('shows what it printed, and how one sees for oneself', async () => {
    const { out, code } = await check(await learner({ start: start('exits') }));
    expect(out).toContain('The server exited with code 3, and its port never answered.');
    expect(out).toContain('Boom, at line 3\n\nNext: see what it does by itself');
    expect(code).toBe(1);
  });

  test('shows its command as one would type it', async () => {
    const { out } = await check(await newFolder(), '--', '/bin/sh', '-c', "echo '  no'; exit 1");
    expect(out).toContain('It printed last:\n  no\n');
    expect(out).toContain(`: PORT=6380 /bin/sh -c 'echo '\\''  no'\\''; exit 1'\n`);
  });

  test('as it is not built shows what the build printed', async () => {
    const folder = await learner({ build: 'echo no such semicolon; exit 2', start: 'true' });
    const { out, code } = await check(folder);
    expect(out).toContain('exited with code 2. It printed:\nno such semicolon\n');
    expect(out).toMatch(/\nNext: build it by yourself, in .*: echo no such semicolon; exit 2\n$/);
    expect(code).toBe(1);
  });
});

describe.concurrent('what cannot be done is told in one line, with the exit code 2', {
  timeout: TIMEOUT,
}, () => {
  test.each([
    [['check', '/no/where'], /^expected a folder, got '\/no\/where', which is none\n$/],
    [['check', '.', '--step', '9', '--', 'x'], /^There is no step '9'\. .*\n$/],
    [['check', '.', '--stp'], /^Unknown option '--stp'\. Did you mean --step\? .*\n$/],
    [['check', '.'], /^expected a course\.json in .*, or a command, got neither: .*\n$/],
    [['check', '.', 'node', 'x'], /^expected one folder, got 'node', too; a command comes after --\n$/],
    [['check', '--watch', '--json', '--', 'x'], /^expected --watch or --json, got both\n$/],
  ])('%s', async (words, line) => {
    const { out, err, code } = await course(words);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(line);
  });
});
