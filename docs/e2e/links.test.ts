import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from './pages.ts';

const DIST = join(import.meta.dirname, '../dist');
const ORIGIN = 'http://course.example';
const LINK = /\s(?:href|src|component-url|renderer-url)="([^"]*)"/g;

test.for(pages)('every link of /$path leads somewhere, wherever the site is put', ({ path, html }) => {
  const here = `${ORIGIN}/any/where/${path}`;
  const root = `${ORIGIN}/any/where/`;
  const lost = linksIn(html).filter((link) => {
    const { href, hash, origin, pathname } = new URL(link, here);
    if (origin !== ORIGIN) return !href.startsWith('https://') && !/^(data|mailto):/.test(href);
    if (!href.startsWith(root)) return true;
    return !isThere(
      decodeURIComponent(pathname.slice('/any/where/'.length)),
      decodeURIComponent(hash.slice(1)),
    );
  });
  expect(lost).toEqual([]);
});

function linksIn(html: string): string[] {
  return Array.from(html.matchAll(LINK), ([, link = '']) => link.replaceAll('&amp;', '&'));
}

/** Whether there is such a page or file, and such a place in it; the inspector is also told there what to show. */
function isThere(path: string, anchor: string): boolean {
  const page = pages.find((each) => each.path === path);
  if (!page) return anchor === '' && existsSync(join(DIST, path));
  if (path === 'wire/' && /^(command|request|reply)=/.test(anchor)) return true;
  return anchor === '' || anchor === '_top' || page.html.includes(` id="${anchor}"`);
}
