import { describe, expect, test } from 'vitest';
import { PHONE } from './browser.ts';
import { pages } from './pages.ts';
import { Reader } from './reader.ts';
import { seriousViolations } from './violations.ts';

/** Bytes of script, not compressed, that a page may take before the playground is opened. */
const MOST_SCRIPT = 300 * 1024;
const UNFOLD = "document.querySelectorAll('main details').forEach((each) => { each.open = true; })";
/** What scrolls can be reached by the keyboard, which takes Starlight's code blocks a moment to see to. */
const CAN_BE_SCROLLED =
  "[...document.querySelectorAll('main pre')].every((pre) => pre.scrollWidth <= pre.clientWidth || pre.tabIndex === 0)";

const reader = new Reader();

describe.concurrent.for(pages)('/$path', ({ path }) => {
  test('is in order, in light and dark, on a desk and on a phone', async () => {
    const { page, seen, close } = await reader.newPage();
    await page.goto(reader.siteUrl + path, { waitUntil: 'networkidle' });
    expect(await page.title()).toMatch(/Toy Redis/);
    expect(seen.complaints).toEqual([]);
    expect(
      seen.requests.filter((url) => !url.startsWith(reader.siteUrl) && !url.startsWith('data:')),
    ).toEqual([]);
    expect(await seen.bytesOfScript()).toBeLessThan(MOST_SCRIPT);
    // What is folded up is read, too.
    await page.evaluate(UNFOLD);
    await page.waitForFunction(CAN_BE_SCROLLED);
    const part = partToLookAt(path);
    if (part) expect(await seriousViolations(page, part)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForSelector('html[data-theme=dark]');
    if (part) expect(await seriousViolations(page, { ...part, rule: 'color-contrast' })).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await close();
  });

  test('can be read without scripts', async () => {
    const { page, close } = await reader.newPage({ javaScriptEnabled: false });
    await page.goto(reader.siteUrl + path);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(500);
    await close();
  });
});

/** What axe, which takes its time, is to look at: differences all look alike, and one pair of steps has them all. */
function partToLookAt(path: string): { without?: string } | undefined {
  const pairs = pages.map((page) => page.path).filter((each) => /^compare\/./.test(each));
  if (path === pairs.at(-1)) return {};
  return pairs.includes(path) ? undefined : { without: '.difference' };
}
