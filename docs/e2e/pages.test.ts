import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, PHONE, startBrowser } from './browser.ts';
import { pages } from './pages.ts';
import { type Site, serveSite } from './site.ts';

/** Bytes of script, not compressed, that a page may take before the playground is opened. */
const MOST_SCRIPT = 300 * 1024;

// Starlight's button is named Search, and shows its shortcut, which is no part of its name.
const NAME_MISMATCH = 'label-content-name-mismatch';
const SEARCH_BUTTON = 'data-open-modal';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = [await startBrowser(), await serveSite()];
});
afterAll(async () => {
  await browser.close();
  site.close();
});

describe.for(pages)('/$path', ({ path }) => {
  test('is in order, in light and dark, on a desk and on a phone', async () => {
    const { page, seen, close } = await newPage(browser);
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    expect(await page.title()).toMatch(/Toy Redis/);
    expect(seen.complaints).toEqual([]);
    expect(seen.requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([]);
    expect(await seen.bytesOfScript()).toBeLessThan(MOST_SCRIPT);
    await unfold(page);
    if (hasItsOwnLook(path)) expect(await seriousViolations(new AxeBuilder({ page }))).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForSelector('html[data-theme=dark]');
    if (hasItsOwnLook(path))
      expect(await seriousViolations(new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await close();
  });

  test('can be read without scripts', async () => {
    const { page, close } = await newPage(browser, { javaScriptEnabled: false });
    await page.goto(site.url + path);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(500);
    await close();
  });
});

/** What is folded up is read, too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })");
}

/** Pairs of steps are all compared in the same way: one pair stands for the others. */
function hasItsOwnLook(path: string): boolean {
  const pairs = pages.filter((each) => /^compare\/./.test(each.path));
  return !pairs.some((pair) => pair.path === path) || path === pairs.at(-1)?.path;
}

async function seriousViolations(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .filter(({ id, nodes }) => id !== NAME_MISMATCH || nodes.some(({ html }) => !html.includes(SEARCH_BUTTON)))
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 200)}`));
}
