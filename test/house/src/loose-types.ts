import { parseAst } from 'vitest/node';
import type { Source } from './steps.ts';

type SyntaxNode = { type: string; start: number; end: number };

/** Where a source leaves its types behind, by `any` or by a cast; `as const` is none. */
export function findLooseTypes({ file, text }: Source): string[] {
  const tree = parseAst(text, { lang: 'ts' }, file);
  const textOf = (node: SyntaxNode) => text.slice(node.start, node.end);
  return [...nodesOf(tree)]
    .filter((node) => isLoose(node) && !textOf(node).endsWith(' as const'))
    .map((node) => `${textOf(node)} in line ${text.slice(0, node.start).split('\n').length} of ${file}`);
}

function isLoose({ type }: SyntaxNode): boolean {
  return type === 'TSAnyKeyword' || type === 'TSAsExpression' || type === 'TSTypeAssertion';
}

function* nodesOf(value: unknown): Generator<SyntaxNode, void> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

function isNode(value: object): value is SyntaxNode {
  return 'type' in value && 'start' in value && 'end' in value;
}
