import { describe, test } from 'vitest';
import { readArticles, takeApart } from '../test/articles/article.ts';
import { transcriptOf } from './transcript.ts';
import { wrongTranscripts } from './wrong-transcripts.ts';

const articles = readArticles().filter((article) => transcriptOf(article).length > 0);

describe.concurrent.for(articles)('$file', (article) => {
  test('shows what the commands print', async ({ expect }) => {
    expect((await wrongTranscripts(article)).join('\n\n')).toBe('');
  });
});

describe.concurrent('a spoiled article', () => {
  const article = (step: string, ...blocks: string[]) =>
    takeApart(
      'steps/spoiled.mdx',
      `---\n${step}\n---\n\n${blocks.map((each) => `\`\`\`console\n${each}\n\`\`\``).join('\n\n')}\n`,
    );

  test('is told what came instead', async ({ expect }) => {
    const spoiled = article(
      "step: '06'",
      '$ redis-cli SET name Ada\nOK',
      '$ redis-cli GET name\nAda\n$ redis-cli PING\nPONG',
    );
    expect(await wrongTranscripts(spoiled)).toEqual([
      'steps/spoiled.mdx:10: $ redis-cli GET name\nexpected\nAda\ngot\n"Ada"',
    ]);
  });

  test('must not leave out what is printed', async ({ expect }) => {
    expect(await wrongTranscripts(article("step: '02'", '$ redis-cli PING'))).toHaveLength(1);
    expect(await wrongTranscripts(article("step: '02'", '$ true\nPONG'))).toHaveLength(1);
  });

  test('must say whose server it asks', async ({ expect }) => {
    expect(await wrongTranscripts(article('title: Spoiled', '$ true'))).toEqual([
      'steps/spoiled.mdx: say the `step` whose server answers, or make it ```text',
    ]);
  });
});
