import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type OpenPage, startBrowser, type TestBrowser } from '#test/support/browser.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { takeShot } from '#test/support/screenshots.ts';

let sandbox: RunningSandbox;
let browser: TestBrowser;
let opened: OpenPage;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandboxProcess({ isEmpty: true }), startBrowser()]);
  opened = await browser.open();
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

const TOULOUSE = { country: 'FR', zip: '31000', city: 'Toulouse' };

/** What the simulated checkout offers a shopper there, by the app's own options. */
async function offered() {
  const address = TOULOUSE;
  const { rates } = await sandbox.checkout({ lines: [{ sku: 'SKU-021' }], address, useCache: false });
  return rates.filter(({ code }) => code === 'HOME');
}

async function openApp(path = ''): Promise<FrameLocator> {
  await opened.page.goto(`${sandbox.ready.admin}${path}`);
  const app = opened.page.frameLocator('iframe');
  await app.getByRole('heading', { level: 1 }).waitFor();
  return app;
}

/** The admin's own button, above the frame. */
async function save(): Promise<void> {
  await opened.page.locator('#save-bar').getByRole('button', { name: 'Save' }).click();
  await opened.page.locator('#save-bar').waitFor({ state: 'hidden' });
}

const press = (app: FrameLocator, name: string) => app.getByRole('button', { name, exact: true }).click();

test('a merchant gets from no connection to a promise at checkout by what the pages say, changes it, and finds out why it went', async () => {
  // Home leads to the account.
  const app = await openApp();
  await app
    .getByRole('button', { name: 'Enter the account' })
    .or(app.getByRole('link', { name: 'Enter the account' }))
    .click();
  const { siteId, userId, password, url } = sandbox.ready.onestock;
  await app.getByLabel('Site id').fill(siteId);
  await app.getByLabel('Host', { exact: true }).selectOption('other');
  await app.getByLabel('Address of the other host').fill(url);
  await app.getByLabel('User id').fill(userId);
  await app.getByLabel('Password').fill(password);
  await save();
  await app.getByRole('heading', { name: 'Sales channels' }).waitFor();
  await takeShot(opened.page, 'walk-connected');

  // Home leads on to the sales channel.
  await openApp();
  await app.getByText('Choose a sales channel').click();
  const channel = app.getByLabel('Sales channel', { exact: true });
  await channel.selectOption({ index: 1 });
  await save();

  // And to the first delivery option.
  await openApp();
  await app.getByText('Add a delivery option').click();
  const method = app.getByLabel('Delivery method');
  await method.fill('standard');
  await app.getByRole('option').first().click();
  await app.getByLabel('Handle').fill('HOME');
  await app.getByLabel('Name', { exact: true }).fill('Home delivery');
  await app.getByLabel('Price', { exact: true }).fill('4.90');
  await app.getByText('Preview').first().waitFor();
  await takeShot(opened.page, 'walk-first-option');
  await save();
  expect(await offered()).toEqual([]);

  // And to the checkout.
  await openApp();
  await app.getByText('Attach the rates', { exact: true }).click();
  await press(app, 'Attach everywhere');
  await app.getByText('Shown in 4 of 4 shipping zones').waitFor();
  const [promised] = await offered();
  expect(promised).toMatchObject({ title: 'Home delivery', price: 490 });
  expect(promised?.minDeliveryDate).toBeTruthy();

  // The set-up is complete, and the promise is counted.
  await vi.waitFor(
    async () => {
      await openApp();
      await app.getByText('See the first promise').waitFor({ state: 'hidden', timeout: 3_000 });
    },
    { timeout: 30_000 },
  );
  await app.getByText('With a promise').first().waitFor();
  await takeShot(opened.page, 'walk-live');

  // A change is at the checkout at once.
  await openApp('/app/options');
  await app.getByRole('link', { name: 'Home delivery' }).click();
  await app.getByLabel('Price', { exact: true }).fill('3.50');
  await save();
  await vi.waitFor(async () => expect((await offered())[0]).toMatchObject({ price: 350 }));

  // OneStock breaks, and the reason is on Home and in Activity.
  await sandbox.controlOneStock({ failure: 'hang' });
  const { rates } = await sandbox.checkout({
    lines: [{ sku: 'SKU-022' }],
    address: TOULOUSE,
    useCache: false,
  });
  expect(rates.find(({ code }) => code === 'HOME')?.minDeliveryDate ?? null).toBeNull();
  await openApp();
  await app.getByText('Fallback shown').first().waitFor();
  await takeShot(opened.page, 'walk-broken-home');
  await app.getByRole('link', { name: 'Look at them' }).click();
  await app.getByRole('row').filter({ hasText: 'Fallback' }).getByRole('link').first().click();
  await app.getByText('OneStock was too late for this checkout').first().waitFor();
  await takeShot(opened.page, 'walk-broken-activity');
  expect(opened.faults).toEqual([]);
});
