import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openerFor } from '../src/start/browser.ts';
import { type Copy, copyCourse } from './start/copy.ts';
import { hasTerminal, makeBrowser, openOnTerminal } from './start/terminal.ts';

const OPEN_WITHIN = 120_000;
const screen = { DISPLAY: ':0' };

test.for([
  ['Linux with X', 'linux', screen, true, ['xdg-open']],
  ['Linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true, ['xdg-open']],
  ['Linux without a screen', 'linux', {}, true, undefined],
  ['macOS', 'darwin', {}, true, ['open']],
  ['Windows', 'win32', {}, true, ['cmd', '/c', 'start', '']],
  ['a browser of one’s own', 'linux', { ...screen, BROWSER: 'firefox' }, true, ['firefox']],
  ['no browser, please', 'darwin', { BROWSER: 'none' }, true, undefined],
  ['a pipe', 'darwin', {}, undefined, undefined],
  ['CI', 'linux', { ...screen, CI: 'true' }, true, undefined],
  ['CI=false', 'linux', { ...screen, CI: 'false' }, true, ['xdg-open']],
] as const)('what opens the browser: %s', ([, platform, env, isTerminal, opener]) => {
  expect(openerFor(platform, env, isTerminal)).toEqual(opener);
});

describe.skipIf(!hasTerminal)('on a terminal', () => {
  let copy: Copy;
  beforeAll(() => {
    copy = copyCourse();
  });
  afterAll(() => copy.remove());

  test('the browser is sent to the course', { timeout: OPEN_WITHIN }, async () => {
    const browser = makeBrowser();
    onTestFinished(browser.remove);
    const { output, breakOff } = await openOnTerminal(copy.folder, { ...screen, BROWSER: browser.command });
    onTestFinished(breakOff);
    await expect.poll(browser.sentTo, { timeout: 20_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(output()).toContain(browser.sentTo());
  });

  test('a browser that there is not is no error', { timeout: OPEN_WITHIN }, async () => {
    const { output, breakOff } = await openOnTerminal(copy.folder, { ...screen, BROWSER: '/no/browser' });
    onTestFinished(breakOff);
    const [, address = ''] = /(http:\S+)/.exec(output()) ?? [];
    expect((await fetch(address)).status).toBe(200);
    expect(output()).not.toMatch(/error/i);
  });
});
