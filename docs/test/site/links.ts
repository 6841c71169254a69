import { dirname, join, normalize } from 'node:path/posix';
import { isExternal, isGoodExternal } from '../links/external.ts';
import type { Site } from './build-site.ts';
import type { Page } from './page.ts';

/** Links of a page, and what it loads, that lead nowhere, whatever folder of a server the site is in. */
export function deadLinks(page: Page, site: Pick<Site, 'files' | 'pages'>): string[] {
  return page.elements.flatMap(({ tag, attributes, text }) => {
    const url = attributes.href ?? attributes.src;
    if (url === undefined || leadsSomewhere(url, page, site)) return [];
    return [`${page.file}: nothing is at '${url}', where a <${tag}> leads: ${text.trim()}`];
  });
}

function leadsSomewhere(url: string, page: Page, { files, pages }: Pick<Site, 'files' | 'pages'>): boolean {
  if (url.startsWith('data:')) return true;
  if (isExternal(url)) return isGoodExternal(url);
  // From the root of the server it would lead out of the site.
  if (url.startsWith('/')) return false;
  const [path = '', anchor] = decodeURI(url).split('#');
  const target = path === '' ? page.file : fileAt(join(dirname(page.file), path.split('?')[0] ?? ''));
  if (!files.has(target)) return false;
  if (anchor === undefined || anchor === '') return true;
  const there = pages.find(({ file }) => file === target);
  return there !== undefined && hasAnchor(there, anchor);
}

/** Behind `#reply=…` a page finds what to fill in: it has a choice of that name. */
function hasAnchor({ elements }: Page, anchor: string): boolean {
  const [choice] = anchor.split('=');
  if (choice === anchor) return elements.some(({ attributes }) => attributes.id === anchor);
  return elements.some(({ tag, attributes }) => tag === 'input' && attributes.value === choice);
}

/** A server answers with the page of a folder. */
function fileAt(path: string): string {
  return normalize(path.endsWith('/') || path === '.' ? join(path, 'index.html') : path);
}
