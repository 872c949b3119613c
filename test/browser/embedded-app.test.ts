import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Overview } from '#app/features/activity/index.ts';
import { mintIdToken } from '#sandbox/admin/id-token.ts';
import { type OpenPage, PHONE, startBrowser, USER_AGENT } from '#test/support/browser.ts';
import { API_KEY, API_SECRET, SHOP, startEmbeddedApp } from '#test/support/embedded-app.ts';
import { emptyOverview, sampleOverview } from '#test/support/overview.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let readOverview: () => Promise<Overview>;
const app = await startEmbeddedApp({ activity: { readOverview: () => readOverview() } });
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

let opened: OpenPage;
beforeEach(async () => {
  readOverview = async () => sampleOverview();
  opened = await browser.open();
});
afterEach(() => opened.context.close());

/** WHEN a merchant opens the app in the admin. */
async function openApp(page: Page = opened.page): Promise<Frame> {
  // The frame's document is loaded only once everything has been streamed.
  await page.goto(app.admin.appPage, { waitUntil: 'domcontentloaded' });
  return frameOf(page);
}

async function frameOf(page: Page): Promise<Frame> {
  return vi.waitUntil(() => page.frame('app-iframe'));
}

const overviewShown = (frame: Frame) => frame.getByRole('heading', { name: 'Last rate requests' }).waitFor();

describe('the overview', () => {
  test('paints its frame at once and its facts when they arrive, without a fault in the browser', async () => {
    const facts = Promise.withResolvers<Overview>();
    readOverview = () => facts.promise;
    const frame = await openApp();
    await frame.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(await frame.getByText('Home delivery').count()).toBe(0);
    facts.resolve(sampleOverview());
    await overviewShown(frame);
    await frame.getByText('Home delivery').first().waitFor();
    expect(opened.faults).toEqual([]);
  });

  test('says where each rate request was answered from, and on opening it why each option was shown or not', async () => {
    const frame = await openApp();
    await overviewShown(frame);
    const request = frame.getByRole('row').filter({ hasText: 'Nothing to show' });
    expect(await request.textContent()).toContain('HTTP 503');
    const reason = frame.getByText('OneStock did not answer in time');
    expect(await reason.isVisible()).toBe(false);
    await request.getByRole('button').click();
    await reason.waitFor();
    expect(await frame.getByText('Not active').isVisible()).toBe(true);
    expect(await frame.getByText('2 × SKU-001').isVisible()).toBe(true);
    expect(await request.getByRole('button').getAttribute('aria-expanded')).toBe('true');
  });

  test('shows as a failure only what failed: neither what the merchant’s rules leave out nor what was no rate request', async () => {
    const frame = await openApp();
    await overviewShown(frame);
    const row = (text: string) => frame.getByRole('row').filter({ hasText: text });
    const isCritical = (text: string) => row(text).locator('[class*="toneCritical"]').count();
    expect(await isCritical('HTTP 503')).toBeGreaterThan(0);

    expect(await row('Your rules').textContent()).not.toContain('HTTP');
    expect(await isCritical('Your rules')).toBe(0);
    await row('Your rules').getByRole('button').click();
    await frame.getByText('Country not served').first().waitFor();
    expect(await isCritical('Country not served')).toBe(0);

    expect(await row('Refused').textContent()).toContain('HTTP 400');
    expect(await isCritical('Refused')).toBe(0);
    await row('Refused').getByRole('button').click();
    await frame.getByText('The rate request is not JSON.').waitFor();
  });

  test('names what will fill it while there is nothing yet', async () => {
    readOverview = async () => emptyOverview;
    const frame = await openApp();
    await overviewShown(frame);
    for (const text of [
      'No OneStock site is connected yet',
      'No delivery option is set up yet',
      'Nothing was asked yet',
    ]) {
      expect(await frame.getByText(text).isVisible()).toBe(true);
    }
  });

  test('says that the checkout is not affected when its facts cannot be read', async () => {
    readOverview = () => Promise.reject(new Error('the database is gone'));
    const frame = await openApp();
    await frame.getByText('Your checkout is not affected').waitFor();
  });

  test('fits a phone, closed and open', async () => {
    const phone = await browser.open(PHONE);
    const frame = await openApp(phone.page);
    await overviewShown(frame);
    await frame.locator('button[aria-expanded]').first().click();
    await frame.getByText('Where the time went').waitFor();
    const { content, width } = await frame.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      width: window.innerWidth,
    }));
    expect(content).toBeLessThanOrEqual(width);
    expect(phone.faults).toEqual([]);
    await phone.context.close();
  });

  test('has no fault that axe finds, as it opens and with a request open', async () => {
    const frame = await openApp();
    await overviewShown(frame);
    await frame.locator('button[aria-expanded]').first().click();
    await frame.evaluate(axeSource);
    const violations = await frame.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const results = await axe.run();
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    });
    expect(violations).toEqual([]);
  });
});

describe('a page’s session', () => {
  test('comes from the admin’s id token, exchanged once and stored', async () => {
    app.sessions.clear();
    await overviewShown(await openApp());
    expect([...app.sessions.values()].map(({ shop, accessToken }) => [shop, accessToken])).toEqual([
      [SHOP, 'offline-token'],
    ]);
    const exchangesSoFar = app.exchanges.length;
    await overviewShown(await openApp());
    expect(app.exchanges).toHaveLength(exchangesSoFar);
  });

  test('is renewed by itself when a document is opened with an id token that ran out', async () => {
    const frame = await openApp();
    await overviewShown(frame);
    const url = new URL(frame.url());
    url.searchParams.set('id_token', idTokenOf(new Date(Date.now() - 120_000)));
    await frame.goto(url.href);
    await overviewShown(await frameOf(opened.page));
  });

  test('is renewed by itself when a request for data carries an id token that ran out', async () => {
    const frame = await openApp();
    await overviewShown(frame);
    const stale = JSON.stringify({ idToken: idTokenOf(new Date(Date.now() - 120_000)) });
    await opened.page.route('**/_id-token', (route) => route.fulfill({ body: stale }), { times: 1 });
    const status = await frame.evaluate(async () => (await fetch('/app?_data=routes%2Fapp')).status);
    expect(status).toBe(200);
  });

  test('is not given to whoever has no id token', async () => {
    const answer = await fetch(`${app.admin.proxyUrl}/app?_data=routes%2Fapp`, {
      headers: { Authorization: 'Bearer forged', 'User-Agent': USER_AGENT },
    });
    expect(answer.status).toBe(401);
  });

  test('begins in the admin: a page opened beside it goes there', async () => {
    const host = Buffer.from('admin.shopify.com/store/sandbox-fashion').toString('base64');
    await opened.page.goto(`${app.admin.proxyUrl}/app?shop=${SHOP}&host=${host}`);
    await overviewShown(await frameOf(opened.page));
    expect(opened.page.url()).toContain(app.admin.url);
  });
});

function idTokenOf(now: Date): string {
  return mintIdToken({
    shop: SHOP,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    userId: '1',
    sessionId: 's',
    now,
  });
}
