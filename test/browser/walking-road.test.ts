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
  it('sees in the admin what was asked and answered, and why', async () => {
    const { page, faults, context } = await browser.open();
    await page.goto(sandbox.ready.admin);
    const app = page.frameLocator('iframe');
    await app.getByText('Connected', { exact: true }).waitFor();
    for (const option of ['STANDARD', 'EXPRESS', 'COLLECT'])
      await app.getByText(option, { exact: true }).waitFor();
    await app.getByText('Fallback', { exact: true }).first().waitFor();
    await app.getByText('GB', { exact: false }).first().waitFor();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/app.png` });
    expect(faults).toEqual([]);
    await context.close();
  });
});
