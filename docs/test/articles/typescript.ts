import { listSteps, type Source, sourcesOf, stepNumbered } from '../../src/course/steps.ts';
import { dedent } from '../../src/excerpts/marked-code.ts';
import { type Article, placeOf } from './article.ts';
import { readSharedSources } from './shared-sources.ts';

/**
 * Blocks of TypeScript that do not stand in the step as they stand in the article; and those that are marked
 * as wrong, but do.
 */
export function strayTypeScript(article: Article): string[] {
  const sources = sourcesFor(article);
  return article.nodes.flatMap((node) => {
    if (node.type !== 'code' || (node.lang !== 'ts' && node.lang !== 'typescript')) return [];
    const isWrong = /\bwrong\b/.test(node.meta ?? '');
    const found = sources.find(({ text }) => stands(node.value, text));
    const place = placeOf(article, node);
    if (isWrong && found) return [`${place}: this code is marked as wrong, but stands in ${found.file}`];
    if (isWrong || found) return [];
    const where = article.step === undefined ? 'a step or in shared/' : `step ${article.step}`;
    return [
      `${place}: expected code that stands in ${where}, or a block marked \`\`\`ts wrong, got\n${node.value}`,
    ];
  });
}

function sourcesFor({ step }: Article): Source[] {
  if (step !== undefined) return sourcesOf(stepNumbered(step));
  return [...readSharedSources(), ...listSteps().flatMap(sourcesOf)];
}

/** Whether the lines of some code stand in a text one after another, however far they are indented. */
function stands(code: string, text: string): boolean {
  const wanted = dedent(code.trimEnd().split('\n'));
  const lines = text.split('\n');
  return lines.some((_, i) => {
    const there = lines.slice(i, i + wanted.length);
    return there.join('').trim() !== '' && dedent(there).join('\n') === wanted.join('\n');
  });
}
