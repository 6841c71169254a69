import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { MdastNode } from 'satteri';
import { ROOT } from '../../src/course/repository.ts';
import { type Article, placeOf, takeApart } from '../articles/article.ts';
import { isExternal, isGoodExternal } from './external.ts';

/** Whoever is installed or built here brings pages of its own; and those of the course become a site. */
const NOT_OURS = /(^|\/)(node_modules|dist|\.\w[^/]*)(\/|$)|^docs\/src\/content\//;

/** All pages of the repository, such as README.md, that are read where they lie. */
export function listMarkdownPages(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.test(path)) return [];
    if (entry.isDirectory()) return listMarkdownPages(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** A page, taken apart. */
export function readMarkdownPage(file: string): Article {
  return takeApart(file, readFileSync(join(ROOT, file), 'utf8'));
}

/** Links that lead nowhere: to no file, to no heading, or not by https. */
export function deadLinks(page: Article): string[] {
  return page.nodes.flatMap((node) => {
    if (!('url' in node) || typeof node.url !== 'string') return [];
    return leadsSomewhere(node.url, page) ? [] : [`${placeOf(page, node)}: nothing is at '${node.url}'`];
  });
}

/** Images that say nothing to those who do not see them. */
export function untitledImages(page: Article): string[] {
  return page.nodes.flatMap((node) =>
    node.type === 'image' && !node.alt?.trim()
      ? [`${placeOf(page, node)}: the image ${node.url} has no alt text`]
      : [],
  );
}

function leadsSomewhere(url: string, page: Article): boolean {
  if (isExternal(url)) return isGoodExternal(url);
  const [path = '', anchor] = decodeURI(url).split('#');
  const target = path === '' ? page.file : normalize(join(dirname(page.file), path));
  if (path !== '' && !existsSync(join(ROOT, target))) return false;
  if (anchor === undefined) return true;
  const there = path === '' ? page : readMarkdownPage(target);
  return there.nodes.some((node) => node.type === 'heading' && anchorOf(node) === anchor);
}

/** As GitHub names it. */
function anchorOf(heading: MdastNode): string {
  return textOf(heading)
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function textOf(node: MdastNode): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node && typeof node.value === 'string' ? node.value : '';
}
