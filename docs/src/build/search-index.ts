import { close, createIndex } from 'pagefind';

/** What a browser asks for to search, by path. */
export type SearchFiles = ReadonlyMap<string, Uint8Array>;

/** An index of all pages that the first page of a site leads to, made anew, and kept in memory. */
export async function indexPages(site: string): Promise<SearchFiles> {
  const { index, errors } = await createIndex();
  try {
    if (!index) throw new NoIndexError(errors);
    const first = await (await fetch(site)).text();
    const pages = new Set([
      '/',
      ...Array.from(first.matchAll(/\shref="(\/[^"#?.]*\/)"/g), ([, path]) => path ?? ''),
    ]);
    for (const url of pages) {
      const page = await fetch(site + url);
      if (page.ok) await index.addHTMLFile({ url, content: await page.text() });
    }
    const { files } = await index.getFiles();
    return new Map(files.map(({ path, content }) => [path.replace(/^pagefind\//, ''), content]));
  } finally {
    await close();
  }
}

class NoIndexError extends Error {
  override name = 'NoIndexError';

  constructor(errors: readonly string[]) {
    super(`expected an index from Pagefind, got: ${errors.join('; ')}`);
  }
}
