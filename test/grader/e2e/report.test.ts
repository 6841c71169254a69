import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { junitXml } from '../src/reports/junit.ts';
import type { ForkResult } from '../src/result.ts';
import { hostileClass } from '../test/reports/hostile-class.ts';
import { madeUpClass } from '../test/reports/made-up-class.ts';
import { onEach, startBrowser, stopBrowser } from './browser.ts';
import { FAINT_TEXTS } from './faint-texts.ts';
import { type ReportFolder, writeReport } from './report-folder.ts';

const PHONE = { width: 390, height: 844 };
const classes = { 'a class of sixty': madeUpClass(60), 'a hostile class': hostileClass() };

beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

describe.each(Object.entries(classes))('the report of %s', { timeout: 60_000 }, (_, results) => {
  let report: ReportFolder;
  /** The page of the class, and enough of the others. */
  let urls: string[];
  beforeAll(() => {
    report = writeReport(results);
    urls = report.urls.filter((_, index) => index % 4 === 0 || index < 8);
  });
  afterAll(() => report.remove());

  test('it runs nothing, loads nothing and complains of nothing', async () => {
    await onEach(urls, {}, async (page, url, seen) => {
      expect(seen.requests).toEqual([url]);
      expect(seen.complaints).toEqual([]);
      expect(await page.title()).toMatch(/Toy Redis/);
      expect(await page.locator('script, img, iframe, object, link, form, [onerror]').count()).toBe(0);
    });
  });

  test('every link leads somewhere', async () => {
    await onEach(urls, {}, async (page) => {
      const links = await page.evaluate<string[]>('Array.from(document.links, ({ href }) => href)');
      for (const link of links) expect(existsSync(fileURLToPath(link)), link).toBe(true);
      const lost = await page.evaluate(
        `Array.from(document.links, (link) => decodeURIComponent(link.hash.slice(1)))
          .filter((id) => id !== '' && document.getElementById(id) === null)`,
      );
      expect(lost).toEqual([]);
    });
  });

  test('on a phone nothing scrolls sideways', async () => {
    await onEach(urls, { viewport: PHONE, isMobile: true }, async (page, url) => {
      expect(await page.evaluate('document.documentElement.scrollWidth'), url).toBe(PHONE.width);
    });
  });

  test('headings are in order, tables have heads, ids are unique, and there is one main part', async () => {
    await onEach(urls, {}, async (page, url) => {
      const levels = await page.evaluate<number[]>(
        `Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'), ({ localName }) => Number(localName[1]))`,
      );
      expect(levels[0]).toBe(1);
      levels.forEach((level, index) => {
        expect(level, url).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
      });
      expect(await page.locator('th:not([scope]), table:not(:has(caption))').count()).toBe(0);
      expect(await page.locator('main').count()).toBe(1);
      const ids = await page.evaluate<string[]>(
        `Array.from(document.querySelectorAll('[id]'), ({ id }) => id)`,
      );
      expect(ids).toEqual([...new Set(ids)]);
    });
  });

  test('without scripts, the page of the class leads to that of a fork, and back', async () => {
    await onEach(report.urls.slice(0, 1), { javaScriptEnabled: false }, async (page) => {
      for (const fork of plainNames(results)) {
        await page.locator('.matrix').getByRole('link', { name: fork, exact: true }).click();
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(fork);
        await page.getByRole('link', { name: 'The class' }).click();
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The class');
      }
    });
  });

  test('it can be printed', async () => {
    await onEach(report.urls.slice(0, 2), {}, async (page) => {
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  test('light or dark as one likes, and every text stands out from what is behind it', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await onEach(urls.slice(0, 4), { colorScheme }, async (page, url) => {
        expect(await page.evaluate(FAINT_TEXTS), url).toEqual([]);
      });
    }
  });

  test('its JUnit is well-formed, with a case for each check', async () => {
    await onEach(report.urls.slice(0, 1), {}, async (page) => {
      const cases = await page.evaluate(
        `(() => {
          const xml = ${JSON.stringify(junitXml(results))};
          const report = new DOMParser().parseFromString(xml, 'application/xml');
          return report.querySelector('parsererror')?.textContent ?? report.querySelectorAll('testcase').length;
        })()`,
      );
      const steps = results.map(({ steps }) => steps.reduce((sum, { checks }) => sum + checks.length + 1, 0));
      expect(cases).toBe(steps.reduce((sum, count) => sum + Math.max(1, count), 0));
    });
  });
});

test('on paper the names that are folded up are unfolded, and what passes is not', async () => {
  const report = writeReport(classes['a class of sixty']);
  const shown = (list: string) =>
    `document.querySelector('${list}').checkVisibility({ contentVisibilityAuto: true })`;
  await onEach(report.urls.slice(0, 2), {}, async (page, url) => {
    const isClass = url === report.urls[0];
    const list = shown(isClass ? 'details .names' : 'details.passed ul');
    expect(await page.evaluate(list)).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(list)).toBe(isClass);
    await page.emulateMedia({ media: 'screen' });
  });
  report.remove();
});

/** Two forks whose pages have their names for a heading, letter by letter. */
function plainNames(results: readonly ForkResult[]): string[] {
  const names = results.map(({ fork }) => fork);
  return names.filter((name) => /^[a-z-]+$/.test(name)).slice(0, 2);
}
