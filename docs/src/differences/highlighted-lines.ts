/** The lines of a block of code as Expressive Code has coloured them. */
export type HighlightedLines = {
  /** What a page's first block of code brings along: links to styles and scripts. */
  head: string;
  lines: readonly HighlightedLine[];
};

/** The inside of a line, and its style, which says how far it is indented. */
export type HighlightedLine = { html: string; style: string };

/** Takes a rendered block of code apart, to set its lines in another way. Where there is none, there are no lines. */
export function highlightedLines(html: string): HighlightedLines {
  if (html === '') return { head: '', lines: [] };
  const [, head = ''] = /^\s*<div class="expressive-code"[^>]*>(.*?)<figure/s.exec(html) ?? [];
  const [, code = ''] = /<code>(.*)<\/code>/s.exec(html) ?? [];
  const lines = code.split(/(?=<div class="ec-line)/).map((line) => {
    const [, style = '', html] =
      /^<div class="ec-line[^"]*"(?: style="([^"]*)")?>(.*)<\/div>$/s.exec(line) ?? [];
    if (html === undefined) throw new NoLineOfCodeError(line);
    return { html, style };
  });
  return { head, lines };
}

class NoLineOfCodeError extends Error {
  override name = 'NoLineOfCodeError';

  constructor(html: string) {
    super(`expected a line of code, <div class="ec-line">…</div>, got ${html}`);
  }
}
