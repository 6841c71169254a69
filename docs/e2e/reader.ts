import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { newPage, startBrowser } from './browser.ts';
import { type Site, serveSite } from './site.ts';

/** Somebody who reads the built site in a browser, for as long as the tests of a file take. */
export class Reader {
  #browser: Browser | undefined;
  #site: Site | undefined;

  constructor() {
    beforeAll(async () => {
      [this.#browser, this.#site] = [await startBrowser(), await serveSite()];
    });
    afterAll(async () => {
      await this.#browser?.close();
      this.#site?.close();
    });
  }

  /** Where the site begins. */
  get siteUrl(): string {
    return this.#site?.url ?? '';
  }

  /** A page with nothing in it yet, in a browser that remembers nobody. */
  newPage(options?: BrowserContextOptions): ReturnType<typeof newPage> {
    if (!this.#browser) throw new Error('expected a browser, got none: it starts before the first test');
    return newPage(this.#browser, options);
  }
}
