import { beforeAll, expect, test } from 'vitest';
import { listSteps } from '../src/course/steps.ts';
import { buildSite, type Site } from './site/build-site.ts';
import { unlabelledControls, untitledImages } from './site/labels.ts';
import { deadLinks } from './site/links.ts';

const BUILT_WITHIN = 300_000;
let site: Site;

beforeAll(() => {
  site = buildSite();
}, BUILT_WITHIN);

test('there is a page for each step', () => {
  const pages = listSteps().map(({ name }) => `steps/${name}/index.html`);
  expect([...site.files]).toEqual(expect.arrayContaining(pages));
});

test('every link leads somewhere, from whatever folder', () => {
  expect(site.pages.flatMap((page) => deadLinks(page, site)).join('\n')).toBe('');
});

test('every image has words', () => {
  expect(site.pages.flatMap(untitledImages).join('\n')).toBe('');
});

test('every control has a label', () => {
  expect(site.pages.flatMap(unlabelledControls).join('\n')).toBe('');
});
