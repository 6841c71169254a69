import type { MdastNode } from 'satteri';
import { type Article, placeOf } from './article.ts';
import { componentsOf } from './components.ts';

/** So long is the article of a step, in words. */
const LENGTH = { least: 800, most: 1800 };
/** What the lesson of a step has, each at least once. */
const PARTS = ['Difference', 'Playground', 'Question'];
/** What is simple to the one who writes is not to the one who reads. */
const PATRONISING = /\b(?:simply|just)\b/i;

/** How many words there are to read; code does not count, not even within a sentence. */
function countWords(article: Article): number {
  return proseOf(article)
    .flatMap(({ text }) => text.split(/\s+/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whether the lesson of a step is too short, too long, or lacks a part. */
export function illFormed(article: Article): string[] {
  if (!article.isLesson) return [];
  const words = countWords(article);
  const isOff = words < LENGTH.least || words > LENGTH.most;
  const missing = PARTS.filter((name) => componentsOf(article, name).length === 0);
  const isWrong = (node: MdastNode) => node.type === 'code' && /\bwrong\b/.test(node.meta ?? '');
  const hasMistake = componentsOf(article, 'Mistake').length > 0 || article.nodes.some(isWrong);
  return [
    ...(isOff
      ? [`${article.file}: expected from ${LENGTH.least} to ${LENGTH.most} words, got ${words}`]
      : []),
    ...missing.map((name) => `${article.file}: expected a <${name} …>, got none`),
    ...(hasMistake ? [] : [`${article.file}: expected a <Mistake …> or a block of \`\`\`ts wrong, got none`]),
  ];
}

/** Words that tell a reader how easy it ought to be. */
export function patronising(article: Article): string[] {
  return proseOf(article).flatMap(({ text, place }) => {
    const word = PATRONISING.exec(text)?.[0];
    return word === undefined ? [] : [`${place}: leave out the word '${word}'`];
  });
}

function proseOf(article: Article): { text: string; place: string }[] {
  const written = article.nodes.flatMap((node) =>
    node.type === 'text' ? [{ text: node.value, place: placeOf(article, node) }] : [],
  );
  const asked = componentsOf(article, 'Question').map(({ node, attributes }) => ({
    text: String(attributes.get('ask') ?? ''),
    place: placeOf(article, node),
  }));
  return [...written, ...asked];
}
