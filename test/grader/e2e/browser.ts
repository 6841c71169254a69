import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** What a page asked for, as URLs, and what it and those before it complained of. */
type Seen = { requests: string[]; complaints: string[] };

let browser: Browser;

/** Starts Debian's Chromium. */
export async function startBrowser(): Promise<void> {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
}

export async function stopBrowser(): Promise<void> {
  await browser.close();
}

/** Opens each page in turn and tells what it asked for and complained of. */
export async function onEach(
  urls: readonly string[],
  options: BrowserContextOptions,
  look: (page: Page, url: string, seen: Seen) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const seen: Seen = { requests: [], complaints: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('console', (message) => seen.complaints.push(message.text()));
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  for (const url of urls) {
    seen.requests = [];
    await page.goto(url);
    await look(page, url, seen);
  }
  await context.close();
}
