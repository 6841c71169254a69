import { type HastNode, htmlToHast } from 'satteri';

/** An element of a page, and those around it, the nearest first. */
export type PageElement = {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  /** What there is to read in it, or to hear of it. */
  text: string;
  around: readonly PageElement[];
};

/** A page of the built site. */
export type Page = { file: string; elements: readonly PageElement[] };

/** Takes a page apart. */
export function readPage(file: string, html: string): Page {
  return { file, elements: elementsIn(htmlToHast(html), []) };
}

function elementsIn(node: HastNode, around: readonly PageElement[]): PageElement[] {
  if (!('children' in node)) return [];
  if (node.type !== 'element') return node.children.flatMap((child) => elementsIn(child, around));
  const attributes = Object.entries(node.properties).map(([name, value]) => [name, String(value)]);
  const element = {
    tag: node.tagName,
    attributes: Object.fromEntries(attributes),
    text: textOf(node),
    around,
  };
  return [element, ...node.children.flatMap((child) => elementsIn(child, [element, ...around]))];
}

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element') {
    const { ariaHidden, ariaLabel, alt } = node.properties;
    if (String(ariaHidden) === 'true') return '';
    if (typeof ariaLabel === 'string') return ariaLabel;
    if (typeof alt === 'string') return alt;
  }
  return node.children.map(textOf).join('');
}
