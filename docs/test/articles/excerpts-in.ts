import type { MdastNode } from 'satteri';
import type { ExcerptOrder } from '../../src/excerpts/excerpt.ts';
import type { Article } from './article.ts';
import { componentsOf } from './components.ts';

/** An `<Excerpt>` of an article, and what it asks for. */
export type OrderedExcerpt = { node: MdastNode; order: ExcerptOrder };

/** All excerpts of an article. */
export function excerptsIn(article: Article): OrderedExcerpt[] {
  return componentsOf(article, 'Excerpt').map(({ node, attributes }) => {
    const text = (name: string) => {
      const value = attributes.get(name);
      return value === true ? '' : value;
    };
    const order = {
      file: text('file') ?? '',
      of: text('of') ?? '',
      step: text('step'),
      lines: text('lines'),
      deleted: attributes.has('deleted'),
    };
    return { node, order };
  });
}
