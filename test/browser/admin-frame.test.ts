import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShopStatus } from '#app/features/onestock-account/index.ts';
import { axeViolations } from '#test/support/axe.ts';
import { type OpenPage, PHONE, startBrowser } from '#test/support/browser.ts';
import { startEmbeddedApp } from '#test/support/embedded-app.ts';
import { pageServices } from '#test/support/page-services.ts';
import { takeShot } from '#test/support/screenshots.ts';

const connected: ShopStatus = { isConnected: true, timezone: 'Europe/Paris' };
let status: () => Promise<ShopStatus>;
/** What is on the pages is looked at elsewhere. */
const untold = async (): Promise<never> => {
  throw new Error('This part of a page is not there.');
};
const app = await startEmbeddedApp(
  pageServices({
    oneStockAccounts: {
      status: () => status(),
      accountStatus: async () => ({ hasAccount: false, state: 'none', fault: null, checkedAt: null }),
      endpointNames: async () => new Map(),
    },
    settings: { read: async () => null },
    deliveryOptions: { list: async () => [] },
    ratePreviews: { grounds: untold },
    texts: { readTexts: untold },
    orders: { promise: { lastPromise: untold } },
  }),
);
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

let opened: OpenPage;
beforeEach(async () => {
  status = async () => connected;
  opened = await browser.open();
});
afterEach(() => opened.context.close());

/** WHEN a merchant opens a page of the app in the admin, whose language is that of the person. */
async function openPage(path: string, locale: string): Promise<Frame> {
  await opened.page.goto(`${app.admin.appPage}${path}?locale=${locale}`);
  return vi.waitUntil(() => opened.page.frame('app-iframe'));
}

const menu = () => opened.page.locator('#app-menu a');
const heading = (frame: Frame, name: string) => frame.getByRole('heading', { level: 1, name, exact: true });

const ENGLISH = [
  'Delivery options',
  'Checkout',
  'Try it',
  'Orders',
  'Activity',
  'Configuration',
  'Translations',
  'Documentation',
];
const FRENCH = [
  'Options de livraison',
  'Paiement',
  'Essai',
  'Commandes',
  'Activité',
  'Configuration',
  'Traductions',
  'Documentation',
];

describe('the app’s menu', () => {
  test.each([
    ['en', ENGLISH],
    ['fr', FRENCH],
    ['fr-CA', FRENCH],
    ['ja', ENGLISH],
  ])('in an admin in %s leads to every page, each titled in that language', async (locale, titles) => {
    const frame = await openPage('/app', locale);
    await menu().last().waitFor();
    expect(await menu().allTextContents()).toEqual(titles);
    for (const title of titles) {
      await menu().getByText(title, { exact: true }).click();
      await heading(frame, title).waitFor();
      expect(await frame.title()).toBe(`${title} · OneStock Promise`);
      expect(await frame.locator('main').count()).toBe(1);
    }
    expect(await frame.locator('html').getAttribute('lang')).toBe(titles === FRENCH ? 'fr' : 'en');
    expect(opened.faults).toEqual([]);
  });

  test('offers no page that could do nothing before OneStock is connected', async () => {
    status = async () => ({ ...connected, isConnected: false });
    await openPage('/app', 'en');
    await menu().last().waitFor();
    expect(await menu().allTextContents()).toEqual(['Configuration', 'Documentation']);
  });
});

describe('a page’s language', () => {
  test('is the one of the document from the first byte, and of every request for data after it', async () => {
    const languages: (string | undefined)[] = [];
    opened.page.on('request', (request) => {
      if (request.url().includes('_data=')) languages.push(request.headers()['accept-language']);
    });
    const frame = await openPage('/app/activity', 'fr');
    await heading(frame, 'Activité').waitFor();
    await menu().getByText('Essai', { exact: true }).click();
    await heading(frame, 'Essai').waitFor();
    expect(languages).not.toEqual([]);
    expect(new Set(languages)).toEqual(new Set(['fr']));
  });

  test('costs a browser the texts of that language only', async () => {
    const texts = async (locale: string) => {
      const page = await browser.open();
      const bodies: Promise<string>[] = [];
      page.page.on('response', (response) => {
        if (/\/assets\/.*\.js$/.test(new URL(response.url()).pathname)) bodies.push(response.text());
      });
      await page.page.goto(`${app.admin.appPage}/app/activity?locale=${locale}`);
      const frame = await vi.waitUntil(() => page.page.frame('app-iframe'));
      await frame.locator('html').getByRole('heading', { level: 1 }).waitFor();
      await page.page.locator('#app-menu a').last().waitFor();
      const all = (await Promise.all(bodies)).join('\n');
      await page.context.close();
      return all;
    };
    const [english, french] = [await texts('en'), await texts('fr')];
    expect(english).toContain('Delivery options');
    expect(english).not.toContain('Options de livraison');
    expect(french).toContain('Options de livraison');
    expect(french).not.toContain('Delivery options');
  });
});

describe('instead of a page', () => {
  test('that does not exist, the frame stays and leads back to Home', async () => {
    const frame = await openPage('/app/nowhere', 'fr');
    await heading(frame, 'Cette page n’existe pas').waitFor();
    await menu().last().waitFor();
    await frame.getByRole('link', { name: 'Aller à l’accueil' }).click();
    await heading(frame, 'Accueil').waitFor();
  });

  test('that cannot be drawn at all, the merchant is told that the checkout is not affected', async () => {
    status = () => Promise.reject(new Error('the database is gone'));
    const frame = await openPage('/app', 'en');
    await frame.getByText('Your checkout is not affected').waitFor();
  });
});

test('the pages fit a phone and have no fault that axe finds', async () => {
  await opened.page.setViewportSize(PHONE);
  for (const path of ['/app/options', '/app/nowhere']) {
    const frame = await openPage(path, 'en');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    await menu().last().waitFor({ state: 'attached' });
    await takeShot(opened.page, `frame${path.replaceAll('/', '-')}-phone`);
    const { content, width } = await frame.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      width: window.innerWidth,
    }));
    expect(content).toBeLessThanOrEqual(width);
    expect(await axeViolations(frame)).toEqual([]);
  }
});
