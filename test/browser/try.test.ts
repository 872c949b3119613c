import type { Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from '#test/support/axe.ts';
import { type OpenPage, startBrowser, type TestBrowser } from '#test/support/browser.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { takeShot } from '#test/support/screenshots.ts';

/** The width of the smallest phones that are still common. */
const SMALL_PHONE = { width: 375, height: 812 };

let sandbox: RunningSandbox;
let browser: TestBrowser;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandboxProcess(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

let opened: OpenPage;
beforeEach(async () => {
  opened = await browser.open();
});
afterEach(async () => {
  await sandbox.controlOneStock({ failure: 'none' });
  await opened.context.close();
});

/** WHEN a merchant opens the page in the admin. */
async function openPage(page: Page = opened.page, search = ''): Promise<FrameLocator> {
  page.setDefaultTimeout(20_000);
  await page.goto(`${sandbox.ready.admin}/app/try${search}`);
  const app = page.frameLocator('iframe');
  await app.getByRole('heading', { name: 'Basket' }).waitFor();
  return app;
}

function frameOf(page: Page): Frame {
  const frame = page.frame('app-iframe');
  if (!frame) throw new Error('The admin shows no app.');
  return frame;
}

/** AND enters a basket for Toulouse by SKU. */
async function fillIn(app: FrameLocator, sku = 'SKU-021'): Promise<void> {
  await app.getByLabel('SKU', { exact: true }).fill(sku);
  await app.getByLabel('Country').selectOption('FR');
  await app.getByLabel('Postal code').fill('31000');
  await app.getByLabel('City').fill('Toulouse');
}

const openMore = (app: FrameLocator) => app.getByRole('button', { name: 'More circumstances' }).click();
const tryIt = (app: FrameLocator) => app.getByRole('button', { name: 'Try it' }).click();
const resultShown = (app: FrameLocator) => app.getByRole('heading', { name: 'How it was decided' }).waitFor();
const ratesOf = (app: FrameLocator) =>
  app.getByRole('list', { name: 'As a shopper sees it' }).getByRole('listitem').allInnerTexts();

describe('a preview', () => {
  it('shows what the checkout then shows, the reason of each option, and what was said with OneStock', async () => {
    const app = await openPage();
    await app.getByText('Nothing tried yet').waitFor();
    await takeShot(opened.page, 'try-empty');
    await fillIn(app);
    await tryIt(app);
    await resultShown(app);
    const shown = await ratesOf(app);
    await takeShot(opened.page, 'try');

    const { rates } = await sandbox.checkout({
      lines: [{ sku: 'SKU-021', quantity: 1 }],
      address: { country: 'FR', zip: '31000', city: 'Toulouse' },
      locale: 'en',
    });
    expect(shown).toHaveLength(rates.length);
    for (const { title, description } of rates)
      expect(shown.filter((text) => text.includes(title) && text.includes(description))).toHaveLength(1);
    expect(await app.getByText('OneStock promised it').count()).toBe(rates.length);

    await app.getByRole('button', { name: /What OneStock answered/ }).click();
    await app.getByRole('button', { name: 'What was sent to OneStock' }).click();
    const said = app.getByRole('region', { name: 'What was sent to OneStock' });
    await said.waitFor();
    const text = await app.locator('main').textContent();
    expect(text).toContain('"item_id": "SKU-021"');
    expect(text).toContain('"eta_start"');
    for (const secret of [sandbox.ready.onestock.password, sandbox.ready.onestock.userId, '"token"'])
      expect(text).not.toContain(secret);
    await said.scrollIntoViewIfNeeded();
    await takeShot(opened.page, 'try-exchange');
    expect(opened.faults).toEqual([]);
  });

  it('takes its basket from the shop’s products, chosen in the admin', async () => {
    const app = await openPage();
    await app.getByRole('button', { name: 'Choose products' }).click();
    const dialog = opened.page.getByRole('dialog');
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('checkbox').nth(2).check();
    await opened.page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect.poll(() => app.getByLabel('SKU', { exact: true }).count()).toBe(2);
    expect(await app.getByLabel('SKU', { exact: true }).first().isDisabled()).toBe(true);
    await app.getByLabel('Postal code').fill('75011');
    await tryIt(app);
    await resultShown(app);
    await app.getByRole('button', { name: 'What Shopify asks the app' }).click();
    const request = app.getByRole('region', { name: 'What Shopify asks the app' });
    expect(await request.textContent()).toMatch(/"grams": [1-9]/);
    expect(opened.faults).toEqual([]);
  });

  it('can be sent to somebody: its address opens the same form and tries it again', async () => {
    const app = await openPage();
    await fillIn(app);
    await tryIt(app);
    await resultShown(app);
    const search = new URL(frameOf(opened.page).url()).search;
    const other = await browser.open();
    const theirs = await openPage(other.page, search);
    await resultShown(theirs);
    expect(await theirs.getByLabel('Postal code').inputValue()).toBe('31000');
    expect(await theirs.getByLabel('SKU', { exact: true }).inputValue()).toBe('SKU-021');
    expect(await ratesOf(theirs)).toEqual(await ratesOf(app));
    await other.context.close();
  });

  it('says why promises are missing while OneStock is silent, and what shoppers see instead', async () => {
    const app = await openPage();
    await fillIn(app);
    await sandbox.controlOneStock({ failure: '500' });
    await tryIt(app);
    await resultShown(app);
    await app.getByText('OneStock failed').first().waitFor();
    await app.getByText('its fallback is to hide it').first().waitFor();
    expect(await ratesOf(app)).toHaveLength(1);
    await takeShot(opened.page, 'try-onestock-down');
    await sandbox.controlOneStock({ failure: 'none' });
    await tryIt(app);
    await app.getByText('OneStock promised it').first().waitFor();
    expect(opened.faults).toEqual([]);
  });

  it('with a SKU that the shop does not sell is made all the same, with a warning', async () => {
    const app = await openPage();
    await fillIn(app);
    await app.getByRole('button', { name: 'Add a SKU' }).click();
    await app.getByLabel('SKU', { exact: true }).nth(1).fill('NO-SUCH-SKU');
    await tryIt(app);
    await app.getByText('no product with the SKU NO-SUCH-SKU').waitFor();
    await app.getByText('OneStock cannot deliver this basket there').first().waitFor();
    await app.getByText('No delivery option is offered for this basket and address.').waitFor();
    await takeShot(opened.page, 'try-nothing');
    await app.getByRole('button', { name: 'Remove NO-SUCH-SKU' }).click();
    await tryIt(app);
    await app.getByText('OneStock promised it').first().waitFor();
    expect(opened.faults).toEqual([]);
  });

  it('is not made of what cannot be tried: each error stands beside its field, and nothing typed is lost', async () => {
    const app = await openPage();
    await app.getByLabel('Set kind, weight and price by hand').check();
    await app.getByLabel('SKU', { exact: true }).fill('SKU-021');
    await app.getByLabel('Quantity').fill('none');
    await app.getByLabel(/Unit price/).fill('19.999');
    await openMore(app);
    await app.getByLabel('Coordinates').fill('Toulouse');
    await tryIt(app);
    await app.getByText('From 1 to 9999.').waitFor();
    await app.getByText('At most two decimals').waitFor();
    await app.getByText('Enter latitude and longitude').waitFor();
    expect(await app.getByLabel('Quantity').inputValue()).toBe('none');
    expect(await app.getByLabel('Quantity').evaluate((field) => field === document.activeElement)).toBe(true);
    await takeShot(opened.page, 'try-errors');
    await app.getByLabel('Quantity').fill('2');
    expect(await app.getByText('From 1 to 9999.').count()).toBe(0);
    expect(opened.faults).toEqual([]);
  });

  it('is judged as of another moment, and says what that leaves out', async () => {
    const app = await openPage();
    await fillIn(app);
    await openMore(app);
    await app.getByLabel('Moment').fill('2030-01-01T10:00');
    await tryIt(app);
    await app.getByText('The cut-off has passed').first().waitFor();
    await app.getByText('OneStock itself was asked now').waitFor();
    expect(opened.faults).toEqual([]);
  });
});

describe('the page', () => {
  it('is filled in, tried and read by the keyboard alone', async () => {
    const app = await openPage();
    await app.getByLabel('SKU', { exact: true }).focus();
    await opened.page.keyboard.type('SKU-021');
    await opened.page.keyboard.press('Enter');
    await resultShown(app);
    await app.getByRole('button', { name: 'What Shopify gets' }).focus();
    await opened.page.keyboard.press('Enter');
    await app.getByRole('region', { name: 'What Shopify gets' }).waitFor();
  });

  it.each([
    ['a desktop', undefined],
    ['a phone', SMALL_PHONE],
  ])('has no fault that axe finds and never scrolls sideways on %s', async (_what, viewport) => {
    const device = await browser.open(viewport);
    const app = await openPage(device.page);
    await fillIn(app);
    await tryIt(app);
    await resultShown(app);
    await app.getByRole('button', { name: 'What Shopify gets' }).click();
    await app.getByRole('region', { name: 'What Shopify gets' }).waitFor();
    const frame = frameOf(device.page);
    expect(await axeViolations(frame)).toEqual([]);
    const { content, width } = await frame.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      width: window.innerWidth,
    }));
    expect(content).toBeLessThanOrEqual(width);
    expect(device.faults).toEqual([]);
    if (viewport) {
      await takeShot(device.page, 'try-phone');
      await app.getByRole('heading', { name: 'As a shopper sees it' }).scrollIntoViewIfNeeded();
      await takeShot(device.page, 'try-phone-result');
      await app.getByRole('heading', { name: 'What was said' }).scrollIntoViewIfNeeded();
      await app.getByRole('region', { name: 'What Shopify gets' }).waitFor();
      await takeShot(device.page, 'try-phone-exchange');
    }
    await device.context.close();
  });
});
