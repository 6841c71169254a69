import { describe, expect, test } from 'vitest';
import { takeApart } from './articles/article.ts';
import * as markdown from './links/markdown-page.ts';
import { unlabelledControls, untitledImages } from './site/labels.ts';
import { deadLinks } from './site/links.ts';
import { readPage } from './site/page.ts';

describe('a page of the repository', () => {
  const page = (body: string) => takeApart('steps/SPOILED.md', `# A heading, *with* \`code\`\n\n${body}\n`);

  test.for([
    '[file](01-bind/README.md)',
    '[folder](../shared)',
    '[heading](#a-heading-with-code)',
    '[heading](../CONTRIBUTING.md#to-add-a-step)',
    '[out](https://redis.io/docs/)',
    '[by reference][r]\n\n[r]: 01-bind/README.md',
    '![words](../LICENSE)',
  ])('may link to %s', (body) => {
    expect([...markdown.deadLinks(page(body)), ...markdown.untitledImages(page(body))]).toEqual([]);
  });

  test.for([
    { body: '[file](01-bind/READYOU.md)', url: '01-bind/READYOU.md' },
    { body: '[heading](#another)', url: '#another' },
    { body: '[heading](../CONTRIBUTING.md#to-add-a-stop)', url: '../CONTRIBUTING.md#to-add-a-stop' },
    { body: '[out](http://redis.io/docs/)', url: 'http://redis.io/docs/' },
    { body: '[out](https://)', url: 'https://' },
    { body: '[by reference][r]\n\n[r]: nowhere.md', url: 'nowhere.md' },
    { body: '![words](nothing.png)', url: 'nothing.png' },
  ])('must not link to $url', ({ body, url }) => {
    expect(markdown.deadLinks(page(body))).toEqual([expect.stringContaining(`nothing is at '${url}'`)]);
  });

  test('has no image without words', () => {
    expect(markdown.untitledImages(page('![](../LICENSE)'))).toEqual([
      expect.stringContaining('no alt text'),
    ]);
  });
});

describe('a page of the site', () => {
  const site = {
    files: new Set(['index.html', 'a/index.html', 'b/index.html', 'style.css']),
    pages: [readPage('b/index.html', '<h2 id="here">Here</h2><input value="reply">')],
  };
  const page = (html: string) => readPage('a/index.html', `<!doctype html><html><body>${html}</body></html>`);

  test.for([
    '../',
    '../b/',
    '../b/#here',
    '../b/#reply=OK',
    './',
    '../style.css',
    'https://redis.io',
    'data:,',
  ])('may link to %s', (url) => {
    expect(deadLinks(page(`<a href="${url}">there</a>`), site)).toEqual([]);
  });

  test.for([
    '../c/',
    '../b',
    '../b/#there',
    '#here',
    '/b/',
    'http://redis.io',
    '../../',
    'javascript:void 0',
  ])('must not link to %s', (url) => {
    const complaint = expect.stringContaining(`a/index.html: nothing is at '${url}'`);
    expect(deadLinks(page(`<a href="${url}">there</a>`), site)).toEqual([complaint]);
    expect(deadLinks(page(`<img alt="there" src="${url}">`), site)).toEqual([complaint]);
  });

  test('has no image without alt', () => {
    expect(untitledImages(page('<img src="x.png">'))).toHaveLength(1);
    expect(untitledImages(page('<img src="x.png" alt="x">'))).toEqual([]);
  });

  test.for([
    '<button>Send</button>',
    '<button aria-label="Send"></button>',
    '<button title="Send"></button>',
    '<button><svg aria-label="Send"></svg></button>',
    '<label>Send <input></label>',
    '<label for="i">Send</label><input id="i">',
    '<p id="p">Send</p><textarea aria-labelledby="p"></textarea>',
    '<details><summary>More</summary></details>',
    '<input type="hidden">',
  ])('may have %s', (html) => {
    expect(unlabelledControls(page(html))).toEqual([]);
  });

  test.for([
    '<button></button>',
    '<button><svg></svg></button>',
    '<button><span aria-hidden="true">×</span></button>',
    '<input placeholder="Send">',
    '<label for="other">Send</label><input id="i">',
    '<label></label><select></select>',
    '<textarea>text</textarea>',
    '<details><summary> </summary></details>',
  ])('must not have %s', (html) => {
    expect(unlabelledControls(page(html))).toHaveLength(1);
  });
});
