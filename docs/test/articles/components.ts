import { parseExpression } from '@babel/parser';
import type { MdastNode } from 'satteri';
import type { Article } from './article.ts';

/** A component in an article, and what it is told; true for an attribute without a value. */
export type Component = { node: MdastNode; attributes: ReadonlyMap<string, string | true> };

/** The components of a name in an article. */
export function componentsOf({ nodes }: Article, name: string): Component[] {
  return nodes.flatMap((node) => {
    const isOne = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
    if (!isOne || node.name !== name) return [];
    const attributes = node.attributes.flatMap((attribute): [string, string | true][] => {
      if (attribute.type !== 'mdxJsxAttribute') return [];
      const { value } = attribute;
      return [[attribute.name, typeof value === 'object' && value ? textOf(value.value) : (value ?? true)]];
    });
    return [{ node, attributes: new Map(attributes) }];
  });
}

/** The text of an attribute such as `lines={'first … last'}`; of any other expression, its source. */
function textOf(expression: string): string {
  const parsed = parseExpression(expression, { plugins: ['typescript'] });
  return parsed.type === 'StringLiteral' ? parsed.value : expression;
}
