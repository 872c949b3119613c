import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import type { LastPromise } from '#app/features/orders/index.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP, type OpenPage, PHONE, startBrowser } from '#test/support/browser.ts';
import { startEmbeddedApp } from '#test/support/embedded-app.ts';
import { pageServices } from '#test/support/page-services.ts';
import { takeShot } from '#test/support/screenshots.ts';

let account: () => Promise<ShopConnection | null>;
let lastPromise: () => Promise<LastPromise | null>;
const app = await startEmbeddedApp(
  pageServices({
    oneStockAccounts: { account: () => account() },
    orders: { promise: { lastPromise: () => lastPromise() } },
  }),
);
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

const CONNECTED = { account: { userId: 'shopify_user', password: 'never-shown' } } as ShopConnection;
const ORDER: LastPromise = {
  orderName: '#1042',
  resolvedAt: new Date('2026-11-20T10:00:00Z'),
  metafields: {
    delivery_promise: JSON.stringify([{ delivery_method: 'express', eta_end: 1795561200 }]),
    endpoint_id: 'store_capitole',
    delivery_promise_source: 'cart',
    deliveries: JSON.stringify([{ onestock_order_id: '1042', code: 'EXPRESS' }]),
  },
};

let opened: OpenPage;
beforeEach(async () => {
  account = async () => CONNECTED;
  lastPromise = async () => ORDER;
  opened = await browser.open();
});
afterEach(() => opened.context.close());

/** WHEN a merchant opens the page in the admin. */
async function openPage({ page } = opened, locale = 'en'): Promise<Frame> {
  await page.goto(`${app.admin.appPage}/app/documentation?locale=${locale}`);
  return vi.waitUntil(() => page.frame('app-iframe'));
}

describe('the documentation', () => {
  test('shows the metafields of the shop’s own last order, and its own API user in the policy', async () => {
    const frame = await openPage();
    const example = frame.getByRole('region', { name: 'As they stand on your order #1042' });
    expect(JSON.parse((await example.textContent()) ?? '')).toEqual({
      'onestock.delivery_promise': [{ delivery_method: 'express', eta_end: 1795561200 }],
      'onestock.endpoint_id': 'store_capitole',
      'onestock.delivery_promise_source': 'cart',
      'onestock.deliveries': [{ onestock_order_id: '1042', code: 'EXPRESS' }],
    });
    const policy = frame.getByRole('region', { name: 'Policy for your API user shopify_user' });
    const [only] = JSON.parse((await policy.textContent()) ?? '').policies;
    expect(only).toMatchObject({ effect: 'allow', subjects: ['shopify_user'] });
    expect(only.resources).toContain('delivery_promises');
    expect(await frame.content()).not.toContain('never-shown');
    await takeShot(opened.page, 'documentation-desktop');
    expect(opened.faults).toEqual([]);
  });

  test('says that it shows a sample while there is neither an order nor a connection, or they cannot be read', async () => {
    account = async () => null;
    lastPromise = () => Promise.reject(new Error('the database is gone'));
    const frame = await openPage();
    await frame.getByText('A sample: your shop has no order with a promise yet').waitFor();
    const policy = frame.getByRole('region', { name: 'Policy; replace' });
    expect(await policy.textContent()).toContain('"api_user"');
  });

  test('copies the policy', async () => {
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const frame = await openPage();
    await frame.getByRole('button', { name: 'Copy: Policy for your API user shopify_user' }).click();
    await opened.page.getByText('Copied').waitFor();
    const copied = await opened.page.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse(copied).policies[0].subjects).toEqual(['shopify_user']);
  });

  test('has a place of its own for everything in its table of contents', async () => {
    const frame = await openPage();
    const contents = frame.getByRole('navigation', { name: 'Contents' });
    await contents.waitFor();
    const missing = await frame.evaluate(() => {
      const links = [...document.querySelectorAll('nav[aria-label="Contents"] a')];
      return links.filter((link) => !document.getElementById(link.getAttribute('href')?.slice(1) ?? ''));
    });
    expect(missing).toEqual([]);
    await contents.getByText('A doubled price').click();
    await vi.waitUntil(async () => {
      const box = await frame.getByRole('heading', { name: 'A doubled price' }).boundingBox();
      return box !== null && box.y < 400;
    });
    await takeShot(opened.page, 'documentation-symptoms');
  });

  test('leads from a symptom to the page that shows it', async () => {
    const frame = await openPage();
    const symptom = frame.getByRole('listitem').filter({ hasText: 'OneStock refuses the app' });
    await symptom.first().waitFor();
    await frame.locator('#onestock-refuses').getByRole('link', { name: 'Configuration' }).first().click();
    await vi.waitUntil(() => frame.url().includes('/app/configuration'));
  });

  test.each(['en', 'fr'])(
    'fits a phone in %s, and has no fault that axe finds there or on a desktop',
    async (locale) => {
      const frame = await openPage(opened, locale);
      for (const viewport of [DESKTOP, PHONE]) {
        await opened.page.setViewportSize(viewport);
        await frame.getByText('#1042').waitFor();
        expect(await axeViolations(frame)).toEqual([]);
        const { content, width } = await frame.evaluate(() => ({
          content: document.documentElement.scrollWidth,
          width: window.innerWidth,
        }));
        expect(content).toBeLessThanOrEqual(width);
      }
      await takeShot(opened.page, `documentation-phone-${locale}`);
    },
  );
});
