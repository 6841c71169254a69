import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

const DESK = { width: 1280, height: 900 };
/** A small screen to read the course on. */
export const PHONE = { width: 390, height: 844 };

/** What a page asked for, and what it complained of, errors of scripts and missing files among it. */
export type Seen = {
  requests: string[];
  complaints: string[];
  /** How much script has come, not compressed. */
  bytesOfScript: () => Promise<number>;
};

/** Starts Debian's Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
}

/** A page in a browser of somebody new, and what is seen of it from now on. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  return { page, seen: watch(page), close: () => context.close() };
}

function watch(page: Page): Seen {
  const [requests, complaints]: [string[], string[]] = [[], []];
  const sizes: Promise<number>[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    else if (response.request().resourceType() === 'script') sizes.push(sizeOf(response));
  });
  const bytesOfScript = async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return { requests, complaints, bytesOfScript };
}

/** A page may be closed before all that it asked for has come. */
function sizeOf(response: Response): Promise<number> {
  return response.body().then(
    ({ length }) => length,
    () => 0,
  );
}
