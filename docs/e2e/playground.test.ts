import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { stepPages } from './pages.ts';
import { Reader } from './reader.ts';
import { seriousViolations } from './violations.ts';

/** So many times one may have to press Tab to come to the playground of a long article. */
const MOST_TABS = 200;

const reader = new Reader();

async function open(path: string) {
  const { page, seen, close } = await reader.newPage({ reducedMotion: 'reduce' });
  await page.goto(reader.siteUrl + path, { waitUntil: 'networkidle' });
  return { page, seen, close };
}

async function start(page: Page): Promise<void> {
  await page.locator('.pg-start').click();
  await untilItListens(page);
}

function untilItListens(page: Page): Promise<void> {
  return page.locator('.pg-pane', { hasText: 'Listening on 127.0.0.1:6379' }).waitFor();
}

const screenOf = (page: Page, number: number) => page.locator('.pg-screen').nth(number - 1);

async function say(page: Page, number: number, line: string): Promise<void> {
  const input = page.locator('.pg-input').nth(number - 1);
  await input.fill(line);
  await input.press('Enter');
}

describe.concurrent.for(stepPages)('the playground of /$path', ({ path }) => {
  test('comes when it is asked for, shows what there is to show, and complains of nothing', async () => {
    const { page, seen, close } = await open(path);
    const before = seen.requests.length;
    await start(page);
    expect(seen.requests.length).toBeGreaterThan(before);
    const show = page.locator('.pg-show').first();
    const itsName = await show.innerText();
    await show.click();
    // While it is shown, the button says Stop.
    await page.getByRole('button', { name: itsName, exact: true }).waitFor();
    expect(await page.locator('.pg-rows .wire-token').count()).toBeGreaterThan(0);
    expect(await seriousViolations(page, { within: 'toy-playground' })).toEqual([]);
    expect(seen.complaints).toEqual([]);
    await close();
  });
});

test('the keyboard alone reaches it, works it and leaves it', async () => {
  const { page, close } = await open('steps/05-resp/');
  await pressTabUntil(page, "document.activeElement.matches('.pg-start')");
  await page.keyboard.press('Enter');
  await untilItListens(page);
  await pressTabUntil(page, "document.activeElement.matches('.pg-input')");
  await page.keyboard.type('ECHO "hello, \\x52edis"');
  await page.keyboard.press('Enter');
  await screenOf(page, 1).getByText('"hello, Redis"', { exact: true }).waitFor();
  await page.keyboard.press('ArrowUp');
  expect(await page.locator('.pg-input').first().inputValue()).toBe('ECHO "hello, \\x52edis"');
  await pressTabUntil(page, "document.activeElement.closest('toy-playground') === null");
  await close();
});

test('a key expires while one looks on', async () => {
  const { page, close } = await open('steps/07-expiry/');
  await start(page);
  await say(page, 1, 'SET session ada EX 60');
  await screenOf(page, 1).getByText('OK', { exact: true }).waitFor();
  await page.getByRole('button', { name: '+1 min' }).click();
  await say(page, 2, 'GET session');
  await screenOf(page, 2).getByText('(nil)', { exact: true }).waitFor();
  await close();
});

test('one terminal waits for the other in step 03, and is served in step 04', async () => {
  const { page, close } = await open('steps/03-multi-ping/');
  await start(page);
  await say(page, 1, 'PING');
  await screenOf(page, 1).getByText('PONG', { exact: true }).waitFor();
  await say(page, 2, 'PING');
  await page.getByText('waiting for a reply').waitFor();
  await say(page, 1, 'quit');
  await screenOf(page, 2).getByText('PONG', { exact: true }).waitFor();
  await close();
});

test('a length and what it is the length of light up together, and so do a request and its reply', async () => {
  const { page, close } = await open('steps/05-resp/');
  await start(page);
  await say(page, 1, 'ECHO hi');
  await screenOf(page, 1).getByText('"hi"', { exact: true }).waitFor();
  const sent = page.locator('.pg-rows .wire-by-client .wire-frame', { hasText: 'hi' }).last();
  const colourOfLength = () =>
    sent.locator('.wire-length').evaluate((length) => getComputedStyle(length).backgroundColor);
  const before = await colourOfLength();
  await sent.locator('.wire-payload .wire-spelling').hover();
  expect(await colourOfLength()).not.toBe(before);
  expect(await page.locator('.pg-rows .wire-exchange.is-paired').count()).toBe(2);
  await close();
});

async function pressTabUntil(page: Page, isThere: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await page.evaluate<boolean>(isThere)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`expected to come there within ${MOST_TABS} tabs: ${isThere}`);
}
