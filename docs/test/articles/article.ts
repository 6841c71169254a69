import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import { parse } from 'yaml';
import { ROOT } from '../../src/course/repository.ts';

/** A changed part of a step that its article does not show, and why not. */
export type Waiver = { file: string; of: string; because: string };

/** A page of the course, taken apart by the parser that the site uses. */
export type Article = {
  file: string;
  /** The step whose code it shows. */
  step: string | undefined;
  /** Whether it is the lesson of that step. */
  isLesson: boolean;
  waives: readonly Waiver[];
  /** All that is in it, outer before inner. */
  nodes: readonly MdastNode[];
};

/** As in astro.config.ts. */
const OPTIONS = { features: { definitionList: true } };

const FOLDER = join(ROOT, 'docs/src/content/docs');

/** All articles of the course. */
export function readArticles(): Article[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .toSorted()
    .map((file) => takeApart(file.replaceAll('\\', '/'), readFileSync(join(FOLDER, file), 'utf8')));
}

/** What a file of Markdown, or of MDX, consists of. */
export function takeApart(file: string, source: string): Article {
  const tree = file.endsWith('.mdx') ? mdxToMdast(source, OPTIONS) : markdownToMdast(source, OPTIONS);
  const nodes = [...descend(tree)];
  const frontmatter = nodes.find(({ type }) => type === 'yaml');
  const data = frontmatter && 'value' in frontmatter ? parse(String(frontmatter.value)) : {};
  const { step, waives = [] }: { step?: string; waives?: Waiver[] } = data;
  return { file, step, isLesson: step !== undefined && file.startsWith('steps/'), waives, nodes };
}

/** Where a node stands, for a complaint: `steps/03-multi-ping.mdx:47`. */
export function placeOf({ file }: Article, node: MdastNode): string {
  return `${file}:${node.position?.start.line ?? 1}`;
}

function* descend(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* descend(child);
}
