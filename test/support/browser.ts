import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

/** Shopify's library answers 410 to user agents that isbot knows, headless browsers among them. */
export const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface OpenPage {
  page: Page;
  /** What belongs to this page alone: nothing in it is left of an earlier one, but for copies of what the web server lets browsers keep. */
  context: Pick<BrowserContext, 'grantPermissions' | 'close'>;
  /** What went wrong in the browser so far: errors of scripts and of the console. A test expects none. */
  faults: string[];
}

export interface TestBrowser {
  open(viewport?: { width: number; height: number }): Promise<OpenPage>;
  close(): Promise<void>;
}

const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  // All pages in one process: a page otherwise starts two, and its frame and the admin around it are no strangers here.
  ...[
    '--renderer-process-limit=1',
    '--process-per-site',
    '--disable-site-isolation-trials',
    '--in-process-gpu',
  ],
];

/**
 * Starts a headless Chromium: the one that comes through npm (Linux on x86-64), or the one that `CHROMIUM_PATH` names.
 */
export async function startBrowser(): Promise<TestBrowser> {
  const own = process.env.CHROMIUM_PATH;
  const browser: Browser = await playwright.launch({
    executablePath: own ?? (await chromium.executablePath()),
    args: ARGUMENTS,
  });
  const free = new Map<string, BrowserContext[]>();
  return {
    async open(viewport = DESKTOP) {
      const size = `${viewport.width}×${viewport.height}`;
      const context =
        free.get(size)?.pop() ?? (await browser.newContext({ viewport, userAgent: USER_AGENT }));
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`);
      });
      const close = async () => {
        await forget(context);
        free.set(size, [...(free.get(size) ?? []), context]);
      };
      const grantPermissions = context.grantPermissions.bind(context);
      return { page, context: { grantPermissions, close }, faults };
    },
    close: () => browser.close(),
  };
}

/** Leaves of a context its cache, which spares the next page half of its loading. Neither app nor admin keeps anything in local storage. */
async function forget(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()));
  await context.clearCookies();
  await context.clearPermissions();
}
