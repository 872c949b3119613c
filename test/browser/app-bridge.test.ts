import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startShopify } from '#sandbox/shopify/index.ts';
import { type OpenPage, startBrowser } from '#test/support/browser.ts';
import { startEmbeddedApp } from '#test/support/embedded-app.ts';
import { pageServices } from '#test/support/page-services.ts';

const shopify = await startShopify({ apiKey: 'id', apiSecret: 'secret', appUrl: () => 'http://127.0.0.1:1' });
const app = await startEmbeddedApp(pageServices(), {
  shopifyApi: { url: shopify.url, shop: shopify.shop, accessToken: shopify.accessToken },
});
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
  await shopify.close();
});

/** GIVEN the app in the simulated admin, with the stand-in for App Bridge. */
let opened: OpenPage;
let frame: Frame;
beforeEach(async () => {
  opened = await browser.open();
  await opened.page.goto(app.admin.appPage);
  frame = await vi.waitUntil(() => opened.page.frame('app-iframe'));
  await frame.getByText('Where answers came from').waitFor();
});
afterEach(async () => {
  expect(opened.faults).toEqual([]);
  await opened.context.close();
});

/** Puts elements into the app's page, as a page of the app would render them. */
async function render(html: string): Promise<void> {
  await frame.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), html);
}

const adminButton = (name: string) => opened.page.getByRole('button', { name, exact: true });

test('a toast is shown by the admin', async () => {
  await frame.evaluate(() => window.shopify.toast.show('Saved'));
  await opened.page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
});

test('a changed form can be saved from the admin’s bar, which goes once it is saved', async () => {
  await render('<form data-save-bar><label>Name <input name="name"></label></form>');
  await frame.evaluate(() => {
    document.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      document.title = 'submitted';
    });
  });
  expect(await adminButton('Save').isVisible()).toBe(false);
  await frame.getByLabel('Name').fill('changed');
  await adminButton('Save').click();
  await vi.waitUntil(async () => (await frame.title()) === 'submitted');
  await adminButton('Save').waitFor({ state: 'hidden' });
});

test('discarding a changed form asks first where the form wants it, and gives back what was there', async () => {
  await render(
    '<form data-save-bar data-discard-confirmation><label>Name <input value="before"></label></form>',
  );
  await frame.getByLabel('Name').fill('changed');
  await adminButton('Discard').click();
  await adminButton('Continue editing').click();
  expect(await frame.getByLabel('Name').inputValue()).toBe('changed');
  await adminButton('Discard').click();
  await adminButton('Discard changes').click();
  await vi.waitUntil(async () => (await frame.getByLabel('Name').inputValue()) === 'before');
});

test('a save bar element shows and hides by id and presses the app’s own buttons', async () => {
  await render(
    `<ui-save-bar id="bar"><button variant="primary" onclick="document.title='saved'"></button><button></button></ui-save-bar>`,
  );
  await frame.evaluate(() => window.shopify.saveBar.show('bar'));
  await adminButton('Save').click();
  await vi.waitUntil(async () => (await frame.title()) === 'saved');
  await frame.evaluate(() => window.shopify.saveBar.hide('bar'));
  await adminButton('Save').waitFor({ state: 'hidden' });
});

test('leaving with changes waits for the merchant', async () => {
  await render('<form data-save-bar><label>Name <input></label></form>');
  await frame.getByLabel('Name').fill('changed');
  const left = frame.evaluate(() => window.shopify.saveBar.leaveConfirmation());
  await adminButton('Leave').click();
  await left;
});

test('a modal shows what the app puts into it, with its title and buttons', async () => {
  await render(
    `<ui-modal id="modal"><ui-title-bar title="Sure?"><button onclick="document.title='yes'">Yes</button></ui-title-bar></ui-modal>`,
  );
  await frame.evaluate(() => window.shopify.modal.show('modal'));
  const dialog = frame.getByRole('dialog', { name: 'Sure?' });
  await dialog.getByRole('button', { name: 'Yes' }).click();
  expect(await frame.title()).toBe('yes');
  await frame.evaluate(() => window.shopify.modal.hide('modal'));
  await dialog.waitFor({ state: 'detached' });
});

test('the title bar’s title and actions stand in the admin', async () => {
  await render(
    `<ui-title-bar title="Options"><button variant="primary" onclick="document.title='added'">Add</button></ui-title-bar>`,
  );
  await opened.page.getByRole('heading', { name: 'Options' }).waitFor();
  await adminButton('Add').click();
  await vi.waitUntil(async () => (await frame.title()) === 'added');
});

test('an entry of the app’s menu is followed by the app’s own router', async () => {
  await frame.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/app?from=menu';
    link.textContent = 'Orders to repair';
    document.querySelector('ui-nav-menu')?.append(link);
  });
  await opened.page.getByRole('link', { name: 'Orders to repair' }).click();
  await vi.waitUntil(() => frame.url().endsWith('/app?from=menu'));
  await vi.waitUntil(() => opened.page.url().endsWith('/apps/onestock-promise/app?from=menu'));
});

test('the page that the app shows stands in the admin’s address, without what only opened it', async () => {
  await vi.waitUntil(() => new URL(opened.page.url()).pathname.endsWith('/apps/onestock-promise/app'));
  expect(new URL(opened.page.url()).search).toBe('');
});

test('the resource picker gives what the merchant chose among the shop’s products', async () => {
  const picking = frame.evaluate(() => window.shopify.resourcePicker({ type: 'product', action: 'select' }));
  const product = opened.page.getByRole('dialog').getByRole('listitem').first();
  const title = (await product.textContent())?.trim();
  await product.getByRole('radio').check();
  await adminButton('Done').click();
  const [picked] = (await picking) ?? [];
  expect(picked).toMatchObject({ title, id: expect.stringMatching(/^gid:\/\/shopify\/Product\/\d+$/) });
});

test('optional scopes are asked for, granted or declined, and taken back', async () => {
  const request = () => frame.evaluate(() => window.shopify.scopes.request(['read_markets']));
  const declined = request();
  await adminButton('Decline').click();
  expect((await declined).result).toBe('declined-all');
  const granted = request();
  await adminButton('Allow').click();
  expect((await granted).detail.granted).toContain('read_markets');
  await frame.evaluate(() => window.shopify.scopes.revoke(['read_markets']));
  expect((await frame.evaluate(() => window.shopify.scopes.query())).granted).toEqual(['write_orders']);
});

test('a link into the admin leaves the frame', async () => {
  await frame.evaluate(() => void window.open('shopify://admin/products', '_top'));
  await opened.page.getByText('This part of the admin is not simulated').waitFor();
  opened.faults.length = 0;
});
