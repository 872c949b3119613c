import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mintIdToken } from '#sandbox/admin/id-token.ts';
import { type OpenPage, startBrowser, USER_AGENT } from '#test/support/browser.ts';
import { API_KEY, API_SECRET, SHOP, startEmbeddedApp } from '#test/support/embedded-app.ts';
import { pageServices } from '#test/support/page-services.ts';

const app = await startEmbeddedApp(pageServices());
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

let opened: OpenPage;
beforeEach(async () => {
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

const homeShown = (frame: Frame) => frame.getByText('Where answers came from').waitFor();

describe('a page’s session', () => {
  test('comes from the admin’s id token, exchanged once and stored', async () => {
    app.sessions.clear();
    await homeShown(await openApp());
    expect([...app.sessions.values()].map(({ shop, accessToken }) => [shop, accessToken])).toEqual([
      [SHOP, 'offline-token'],
    ]);
    const exchangesSoFar = app.exchanges.length;
    await homeShown(await openApp());
    expect(app.exchanges).toHaveLength(exchangesSoFar);
  });

  test('is renewed by itself when a document is opened with an id token that ran out', async () => {
    const frame = await openApp();
    await homeShown(frame);
    const url = new URL(frame.url());
    url.searchParams.set('id_token', idTokenOf(new Date(Date.now() - 120_000)));
    await frame.goto(url.href);
    await homeShown(await frameOf(opened.page));
  });

  test('is renewed by itself when a request for data carries an id token that ran out', async () => {
    const frame = await openApp();
    await homeShown(frame);
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
    await homeShown(await frameOf(opened.page));
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
