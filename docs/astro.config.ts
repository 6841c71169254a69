import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { anySubPath } from './src/build/any-sub-path.ts';
import { live } from './src/build/live.ts';
import { liveSearch } from './src/build/live-search.ts';
import { noSitemap } from './src/build/no-sitemap.ts';
import { nodeStandIns } from './src/build/node-stand-ins.ts';

export default defineConfig({
  // The glossary is a list of definitions.
  markdown: { processor: satteri({ features: { definitionList: true } }) },
  integrations: [
    noSitemap(),
    starlight({
      title: 'Toy Redis',
      description: 'Build your own Redis in TypeScript, one idea at a time.',
      // From wherever a missing page is asked for, nothing relative leads back into the site.
      disable404Route: true,
      // There is no picture to go with a link to a page.
      head: [{ tag: 'meta', attrs: { name: 'twitter:card', content: 'summary' } }],
      customCss: ['./src/styles/course.css'],
      // Lines of the course have up to 110 characters, and nobody should have to scroll for the end of one.
      expressiveCode: {
        defaultProps: { wrap: true, hangingIndent: 4 },
        styleOverrides: { codeFontSize: '0.78rem', codeLineHeight: '1.6' },
      },
      sidebar: [
        { label: 'Start here', items: ['index', 'set-up'] },
        { label: 'The steps', items: [{ autogenerate: { directory: 'steps' } }] },
        {
          label: 'Underneath',
          items: [
            'the-resp-protocol',
            'what-real-clients-say-first',
            'where-the-time-goes',
            'what-it-promises',
          ],
        },
        { label: 'Look closer', items: ['wire', 'compare', 'matrix', 'benchmark'] },
        { label: 'And then', items: ['teaching-with-this-course', 'glossary', 'what-comes-next'] },
      ],
    }),
    anySubPath(),
    nodeStandIns(),
    live(),
    liveSearch(),
  ],
});
