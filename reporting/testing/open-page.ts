import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pageData } from '../pages/page-data';
import { startPage } from '../pages/start-page';
import { aBigRun } from './big-run';
import { chromiumPath, openBrowser } from './browser';
import { aRunOfEverything } from './run-of-everything';
import { temporaryFolder } from './temporary-folder';

const path = chromiumPath();

/** Whether there is a browser. */
export const isThere = path !== undefined;

/** A page, and all that it asked for, wrote on the console or threw. */
type Heard = Page & { readonly heard: string[] };

interface Options extends BrowserContextOptions {
  /** Which of the pages. */
  readonly name?: 'few' | 'many';
  readonly hash?: string;
}

/** Opens a run of everything (`few`) or one of 10,000 cases (`many`) in a browser of the tests of a `describe`. */
export function useBrowser(): {
  open: (options: Options) => Promise<Heard>;
  addressOf: (name: string) => string;
} {
  const folder = temporaryFolder();
  const addressOf = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href;
  let browser: Browser | undefined;

  beforeAll(async () => {
    const { summary, cases, past } = aBigRun(10_000, 20);
    writeFileSync(join(folder, 'many.html'), startPage(pageData(summary, cases, past)));
    writeFileSync(join(folder, 'few.html'), startPage(aRunOfEverything()));
    browser = await openBrowser(path ?? '');
  });
  afterAll(() => browser?.close());

  const open = async ({ name = 'few', hash = '', ...options }: Options): Promise<Heard> => {
    if (!browser) throw new Error('no browser');
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = Object.assign(await context.newPage(), { heard: [] as string[] });
    page.on('request', (request) => page.heard.push(request.url()));
    page.on('console', (message) => page.heard.push(message.text()));
    page.on('pageerror', (error) => page.heard.push(error.message));
    await page.addInitScript(inPage);
    await page.goto(`${addressOf(name)}${hash}`);
    await page
      .locator(options.javaScriptEnabled === false ? 'h1' : '.toolbar')
      .first()
      .waitFor();
    return page;
  };
  return { open, addressOf };
}

// Runs in the page, before its own script: what was copied, when the lists were there, and how long a search takes until it shows.
const inPage = `
  window.ready = undefined;
  navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };
  new MutationObserver(() => {
    if (window.ready === undefined && document.querySelector('.cases li')) requestAnimationFrame(() => { window.ready = performance.now(); });
  }).observe(document, { childList: true, subtree: true });
  window.searched = (text) => {
    const input = document.querySelector('input[type=search]');
    const begin = performance.now();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin))));
  }`;

/** How far from the top of the window something stands, in pixels. */
export const topOf = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).boundingBox())?.y ?? Infinity;

/** How many causes and cases are listed. */
export async function shown(page: Page): Promise<{ causes: number; cases: number }> {
  const cases = await page.locator('#cases .cases > li').count();
  return { causes: await page.locator('.cause').count(), cases };
}

/** Opens whatever can be opened. */
export async function openAll(page: Page): Promise<void> {
  // What opens may hold more to open.
  for (let depth = 0; depth < 3; depth += 1) {
    await page.evaluate(
      'document.querySelectorAll("details:not([open])").forEach((each) => { each.open = true; })',
    );
    await page.waitForTimeout(50);
  }
}

/** What axe finds that keeps people out: serious and critical violations, with where they are. */
export async function graveViolations(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
