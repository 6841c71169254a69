import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Copy, copyCourse } from './start/copy.ts';
import { type OpenCourse, openCourse } from './start/open-course.ts';
import { nextReload } from './start/reloads.ts';

const OPEN_WITHIN = 120_000;
const taken = createServer();
let copy: Copy;
let course: OpenCourse;
let port: number;

beforeAll(async () => {
  port = await new Promise<number>((listening) => {
    taken.listen(0, '127.0.0.1', () => listening(Number(Object(taken.address()).port)));
  });
  copy = copyCourse();
  course = await openCourse(copy.folder, { PORT: String(port), BROWSER: 'none' });
}, OPEN_WITHIN);

afterAll(() => {
  taken.close();
  copy.remove();
});

test('it goes to another port if the first is taken', async () => {
  expect(course.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(course.address).not.toContain(`:${port}/`);
  expect((await fetch(course.address)).status).toBe(200);
});

test.for([
  ['steps/04-concurrent/src/server.ts', 'steps/04-concurrent/', '\n// An edit of the step.\n'],
  ['docs/src/content/docs/steps/04-concurrent.mdx', 'steps/04-concurrent/', '\nAn edit of the article.\n'],
])('an edit of %s shows at once', { timeout: OPEN_WITHIN }, async ([file = '', page = '', edit = '']) => {
  await showsAfter(page, edit.trim().replace('// ', ''), () => appendFileSync(join(copy.folder, file), edit));
});

test('an edit of a check shows at once', { timeout: OPEN_WITHIN }, async () => {
  const file = 'test/conformance/src/checks/ping.ts';
  await showsAfter('matrix/', 'An edited title', () =>
    replaceIn(file, 'A client that sends PING gets +PONG', 'An edited title'),
  );
});

test('a new measurement shows at once', { timeout: OPEN_WITHIN }, async () => {
  const file = 'test/bench/results/speed.json';
  await showsAfter('benchmark/', 'an edited processor', () =>
    replaceIn(file, /"cpuModel": "[^"]*"/, '"cpuModel": "an edited processor"'),
  );
});

test('one can search while it is open', { timeout: OPEN_WITHIN }, async () => {
  const entry = await fetch(new URL('/pagefind/pagefind-entry.json', course.address));
  const { languages } = JSON.parse(await entry.text());
  expect(languages.en.page_count).toBeGreaterThan(10);
  const page = await (await fetch(course.address)).text();
  expect(page).toContain('id="starlight__search"');
});

test('Ctrl-C ends it, and leaves nothing behind', { timeout: OPEN_WITHIN }, async () => {
  await course.breakOff();
  expect(course.output()).not.toMatch(/error/i);
  await expect(fetch(course.address)).rejects.toThrow();
  await expect.poll(() => isAlive(-course.pid), { timeout: 20_000 }).toBe(false);
});

test('a port that there is not is told in one line', { timeout: OPEN_WITHIN }, () => {
  const env = { ...process.env, PORT: 'abc' };
  const { status, stderr } = spawnSync(process.execPath, ['docs/src/start/main.ts'], {
    cwd: copy.folder,
    env,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'There is no port abc. Choose one from 1 to 65535: PORT=4321 npm start\n',
  });
});

/** Expects that after an edit an open page is told to load anew, and then has what was written. */
async function showsAfter(page: string, text: string, edit: () => void): Promise<void> {
  const read = async () => {
    const response = await fetch(new URL(page, course.address));
    expect(response.status).toBe(200);
    return response.text();
  };
  expect(await read()).not.toContain(text);
  const reload = await nextReload(course.address);
  onTestFinished(reload.close);
  edit();
  await reload.told;
  await expect.poll(read, { timeout: 20_000 }).toContain(text);
}

function replaceIn(file: string, from: string | RegExp, to: string): void {
  const path = join(copy.folder, file);
  expect(existsSync(path)).toBe(true);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

/** Whether there is a process, or, with a minus, any of a group. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
