import { expect, test } from 'vitest';
import { newPage, startBrowser } from './browser.ts';
import { serveSite } from './site.ts';

test('the search finds what pipelining is, and leads there', async () => {
  const [browser, site] = [await startBrowser(), await serveSite()];
  const { page, seen } = await newPage(browser);
  await page.goto(`${site.url}what-it-promises/`, { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search' }).fill('pipelining');
  const first = page.locator('.pagefind-ui__result-link').first();
  await first.click();
  await page.waitForURL((url) => url.href.startsWith(site.url) && !url.href.includes('what-it-promises'));
  expect((await page.locator('main').innerText()).toLowerCase()).toContain('pipelin');
  expect(seen.complaints).toEqual([]);
  await browser.close();
  site.close();
});
