import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type OpenPage, startBrowser, type TestBrowser } from './browser.ts';
import { startEmbeddedApp, SHOP as TEST_SHOP } from './embedded-app.ts';

export const SHOP = TEST_SHOP as ShopDomain;
export const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;

export interface AdminPages {
  browser: TestBrowser;
  /** Where the app's pages begin in the admin. */
  address: string;
  /** The page of the test that runs. */
  opened: OpenPage;
  /** WHEN a merchant opens a page of the app in the admin. */
  open(path: string, page?: OpenPage['page'], locale?: string): Promise<Frame>;
}

/**
 * The app's pages in the simulated admin, and a browser that opens a new page for each test. Call it at the top of a test file: both are
 * closed after the last test there.
 */
export async function startAdminPages(services: PageServices): Promise<AdminPages> {
  const app = await startEmbeddedApp(services);
  const browser = await startBrowser();
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  const address = app.admin.appPage;
  const pages: Omit<AdminPages, 'opened'> & { opened?: OpenPage } = {
    browser,
    address,
    async open(path, page = opened().page, locale = 'en') {
      const query = `${path.includes('?') ? '&' : '?'}locale=${locale}`;
      // The frame's document is loaded only once everything has been streamed.
      await page.goto(`${address}${path}${query}`, { waitUntil: 'domcontentloaded' });
      return vi.waitUntil(() => page.frame('app-iframe'));
    },
  };
  const opened = () => {
    if (!pages.opened) throw new Error('A page is open while a test runs.');
    return pages.opened;
  };
  beforeEach(async () => {
    pages.opened = await browser.open();
  });
  afterEach(() => opened().context.close());
  return pages as AdminPages;
}

/** Until the page has taken over from the server, which names the document. */
export const alive = (frame: Frame, title: string) =>
  vi.waitUntil(async () => (await frame.title()).startsWith(title), { timeout: 10_000 });

export const row = (frame: Frame, text: string) => frame.getByRole('row').filter({ hasText: text });
