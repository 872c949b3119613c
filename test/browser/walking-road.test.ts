import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type TestBrowser } from '#test/support/browser.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';

/** Where screenshots go, for people to look at; none are taken when it is not set. */
const SHOTS = process.env.SCREENSHOTS_DIR;

let sandbox: RunningSandbox;
let browser: TestBrowser;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandboxProcess(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

async function chooseProductAndAddress(language: string, product: string, place: string) {
  const { page, faults, context } = await browser.open();
  await page.goto(`${sandbox.ready.checkout}?locale=${language}&q=${product}`);
  await page.locator('.product form button').first().click();
  await page.locator('#bag a.button').click();
  await page.getByRole('link', { name: place, exact: true }).click();
  await page
    .locator(
      'form[method=post] button.button, form[method=post] button[type=submit], form[method=post] .actions button',
    )
    .first()
    .click();
  await page.waitForURL(/\/delivery/);
  return { page, faults, context };
}

describe('a shopper', () => {
  it('sees dated options and near collect points in their language, orders, and the order carries the promise and the store', async () => {
    const { page, faults, context } = await chooseProductAndAddress('fr', 'SKU-021', 'Toulouse');
    const options = await page.getByRole('radio').all();
    const texts = await page.locator('label:has(input[type=radio])').allInnerTexts();
    expect(options).toHaveLength(4);
    expect(texts.filter((text) => /Retrait à Toulouse/.test(text))).toHaveLength(2);
    for (const text of texts) expect(text).toMatch(/(lun|mar|mer|jeu|ven|sam|dim)\. \d+/);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/checkout.png` });

    await page.getByRole('radio', { name: /Toulouse Capitole/ }).check();
    await page.getByRole('button', { name: 'Commander' }).click();
    await page.waitForURL(/\/thank-you/);
    await page.getByText('store_toulouse_capitole').first().waitFor();
    const thanks = await page.locator('body').textContent();
    expect(thanks).toContain('onestock.delivery_promise');
    expect(thanks).toContain('onestock.endpoint_id');
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/thank-you.png`, fullPage: true });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('still sees an option, without a date, while OneStock is silent', async () => {
    await sandbox.controlOneStock({ failure: 'hang' });
    const { page, context } = await chooseProductAndAddress('en', 'SKU-022', 'London');
    await sandbox.controlOneStock({ failure: 'none' });
    const texts = await page.locator('label:has(input[type=radio])').allInnerTexts();
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/^Standard delivery/);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/checkout-fallback.png` });
    await context.close();
  });
});

describe('a merchant', () => {
  /** Shoppers of so many towns who ask for rates, each for the first time. */
  async function askFromTowns(zips: readonly string[]) {
    for (const zip of zips) {
      const address = { country: 'FR', zip, city: 'Ville' };
      await sandbox.checkout({ lines: [{ sku: 'SKU-023' }], address, useCache: false });
    }
  }

  it('sees on Home whether shoppers got promises, and what is in the way of good ones', async () => {
    const { page, faults, context } = await browser.open();
    await page.goto(sandbox.ready.admin);
    const app = page.frameLocator('iframe');
    await app.getByText('Where answers came from').waitFor();
    await app.getByText(/^Fallback shown: [1-9]/).waitFor();
    await app.getByText('6 of 6').waitFor();
    // The simulated shop ships from two locations, and the demo options are not charged once.
    await app.getByText('Your orders can ship from several locations').waitFor();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/app.png` });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('finds there that OneStock fails and why, and sees it gone once it works again', async () => {
    const { page, faults, context } = await browser.open();
    await sandbox.controlOneStock({ failure: '500' });
    await askFromTowns(['59000', '13001', '67000']);
    await page.goto(sandbox.ready.admin);
    const app = page.frameLocator('iframe');
    await app.getByText('Fails', { exact: true }).waitFor();
    await app.getByRole('button', { name: 'Check now' }).click();
    await app.getByText('OneStock cannot be used').waitFor();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/app-onestock-fails.png` });

    await sandbox.controlOneStock({ failure: 'none' });
    await app.getByRole('button', { name: 'Check now' }).click();
    await app.getByText('OneStock cannot be used').waitFor({ state: 'detached' });
    await app.getByText('Connected', { exact: true }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
