import { expect, test } from 'vitest';
import { deadLinks, listMarkdownPages, readMarkdownPage, untitledImages } from './links/markdown-page.ts';

test.for(listMarkdownPages())('the links of %s lead somewhere, and its images have words', (file) => {
  const page = readMarkdownPage(file);
  expect([...deadLinks(page), ...untitledImages(page)].join('\n')).toBe('');
});
