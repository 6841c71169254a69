import type { MdastNode } from 'satteri';
import { type Article, placeOf } from '../test/articles/article.ts';

/** A command of a transcript, and what the article says it prints. */
export type Exchange = { place: string; command: string; printed: string };

/** The commands of an article's ```console blocks, in the order of the page. */
export function transcriptOf(article: Article): Exchange[] {
  return article.nodes.flatMap((node) =>
    node.type === 'code' && node.lang === 'console' ? exchangesIn(node.value, article, node) : [],
  );
}

/** A command begins with `$ `, and goes on in lines that begin with `> `; what follows is printed. */
function exchangesIn(block: string, article: Article, node: MdastNode): Exchange[] {
  const exchanges = block.split(/^(?=\$ )/m).filter((text) => text.startsWith('$ '));
  return exchanges.map((text) => {
    const [, command = '', printed = ''] = /^\$ (.*(?:\n> .*)*)\n?([\s\S]*)$/.exec(text) ?? [];
    return {
      place: placeOf(article, node),
      command: command.replaceAll('\n> ', '\n'),
      printed: printed.trimEnd(),
    };
  });
}

/**
 * Whether this is what was to be printed. In what an article says, `…` stands for anything within a line, and
 * for any lines where it is alone.
 */
export function isAsPrinted(printed: string, came: string): boolean {
  const pattern = printed.split('\n').map((line) => {
    if (line.trim() === '…') return '(?:.*\n)*';
    return `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*')}\n`;
  });
  return new RegExp(`^${pattern.join('')}$`).test(`${came}\n`);
}
