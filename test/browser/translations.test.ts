import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createDeliveryOptions,
  createTexts,
  type DeliveryOption,
} from '#app/features/delivery-options/index.ts';
import { previewTexts } from '#app/features/promise/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP, type OpenPage, PHONE, startBrowser } from '#test/support/browser.ts';
import { freshDatabase } from '#test/support/database.ts';
import { SHOP, startEmbeddedApp } from '#test/support/embedded-app.ts';
import { pageServices } from '#test/support/page-services.ts';
import { takeShot } from '#test/support/screenshots.ts';
import { OTHER_SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

const { database } = await freshDatabase();
const clock: Clock = { now: () => new Date('2026-11-21T09:00:00Z') };
const { shops, oneStockAccounts } = tiesUnderTest(database);
const deliveryOptions = createDeliveryOptions(database, clock);
const texts = createTexts({ shops, oneStockAccounts, deliveryOptions, wordExample: previewTexts, clock });
let readTexts: typeof texts.readTexts;
const app = await startEmbeddedApp(
  pageServices({ texts: { ...texts, readTexts: (shop) => readTexts(shop) } }),
);
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

const shop = SHOP as DeliveryOption['shop'];
let opened: OpenPage;
beforeEach(async () => {
  readTexts = texts.readTexts;
  await database.pool.query('delete from shop');
  await shops.install(shop);
  await database.prisma.shop.update({
    where: { domain: shop },
    data: { primaryLocale: 'en', locales: ['en', 'fr', 'it'], timezone: 'Europe/Paris' },
  });
  const [standard, , collect] = DEMO_OPTIONS;
  if (!standard || !collect) throw new Error('The demo shop offers three options.');
  for (const option of [{ ...standard, descriptions: {} }, collect])
    (await deliveryOptions.save(shop, option))._unsafeUnwrap();
  opened = await browser.open();
});
afterEach(() => opened.context.close());

/** WHEN a merchant opens the page in the admin. */
async function openPage({ page } = opened): Promise<Frame> {
  await page.goto(`${app.admin.appPage}/app/translations?locale=en`);
  return vi.waitUntil(() => page.frame('app-iframe'));
}

const language = (frame: Frame) => frame.getByLabel('Language', { exact: true });
const option = (frame: Frame, name: string) => frame.getByRole('region', { name });
const saveBar = () => opened.page.getByRole('button', { name: 'Save', exact: true });

async function storedName(code: string): Promise<string | undefined> {
  return (await deliveryOptions.list(shop))[0]?.names[code];
}

describe('the translations page', () => {
  test('opens on the first language in which something is missing, marked and counted', async () => {
    const frame = await openPage();
    await language(frame).waitFor();
    expect(await language(frame).inputValue()).toBe('it');
    await frame.getByText('3 missing', { exact: true }).waitFor();
    const standard = option(frame, 'Standard delivery');
    await standard.getByText('Missing: shoppers read English').waitFor();
    // Its description is the general one, which has an Italian default.
    await standard.getByText(/^Consegna a domicilio, .*nov/).waitFor();
    await takeShot(opened.page, 'translations-desktop');
    expect(opened.faults).toEqual([]);
  });

  test('shows a text as the checkout will show it while it is typed, and saves it', async () => {
    const frame = await openPage();
    const collect = option(frame, 'Collect at {store}');
    await collect.getByLabel('Name').fill('Ritiro da {store}');
    await collect.getByText('Ritiro da Paris Marais').waitFor();
    await option(frame, 'Standard delivery').getByLabel('Name').fill('Consegna standard');
    await saveBar().click();
    await frame.getByText('1 missing', { exact: true }).waitFor();
    expect(await storedName('it')).toBe('Consegna standard');
    expect(await saveBar().isVisible()).toBe(false);
    expect(opened.faults).toEqual([]);
  });

  test('says beside the field what is wrong, saves nothing of it, and loses nothing typed', async () => {
    const frame = await openPage();
    const name = option(frame, 'Standard delivery').getByLabel('Name');
    await name.fill('Consegna {eta}');
    await option(frame, 'Collect at {store}').getByLabel('Name').fill('Ritiro');
    await saveBar().click();
    await frame.getByText('2 things are to be corrected').waitFor();
    await takeShot(opened.page, 'translations-refused');
    expect(await name.inputValue()).toBe('Consegna {eta}');
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    expect(await storedName('it')).toBeUndefined();
    // The first field that is to be corrected has the focus.
    expect(await name.evaluate((input) => input === document.activeElement)).toBe(true);
  });

  test('can be saved while the first look at a text is still on its way', async () => {
    const frame = await openPage();
    const name = option(frame, 'Standard delivery').getByLabel('Name');
    await name.waitFor();
    const renewed = opened.page.waitForResponse(
      (response) =>
        response.request().method() === 'GET' && /_data=routes%2Fapp.translations$/.test(response.url()),
    );
    await opened.page.route(/__manifest|preview/, async (route) => {
      await renewed;
      await route.continue();
    });
    const looked = opened.page.waitForRequest(/__manifest|preview/);
    await name.fill('Consegna standard');
    await looked;
    await saveBar().click();
    await frame.getByText('2 missing', { exact: true }).waitFor();
    expect(await storedName('it')).toBe('Consegna standard');
  });

  test('keeps what is typed in one language while another is looked at', async () => {
    const frame = await openPage();
    await option(frame, 'Standard delivery').getByLabel('Name').fill('Consegna');
    await language(frame).selectOption('fr');
    expect(await option(frame, 'Standard delivery').getByLabel('Name').inputValue()).toBe(
      'Livraison standard',
    );
    await language(frame).selectOption('it');
    expect(await option(frame, 'Standard delivery').getByLabel('Name').inputValue()).toBe('Consegna');
  });

  test('can show only what is missing, and says when nothing is', async () => {
    const frame = await openPage();
    await frame.getByLabel('Only what is missing').check();
    await vi.waitFor(async () => expect(await frame.getByLabel('Description').count()).toBe(1));
    expect(await frame.getByText('All delivery options', { exact: true }).count()).toBe(0);
    await language(frame).selectOption('fr');
    await frame.getByText('Nothing is missing in French').waitFor();
    await frame.getByRole('button', { name: 'Show all texts' }).click();
    await frame.getByText('All delivery options', { exact: true }).waitFor();
  });

  test('names what will fill it while there is no option, and shows the general texts', async () => {
    await database.pool.query('delete from delivery_option');
    const frame = await openPage();
    await frame.getByText('No delivery option is set up yet').waitFor();
    await frame.getByLabel('Description of a delivery').waitFor();
    expect(await axeViolations(frame)).toEqual([]);
  });

  test('says that the checkout is not affected when its texts cannot be read, and can be tried again', async () => {
    readTexts = () => Promise.reject(new Error('the database is gone'));
    const frame = await openPage();
    await frame.getByText('Your checkout is not affected').waitFor();
    readTexts = texts.readTexts;
    await frame.getByRole('button', { name: 'Try again' }).click();
    await language(frame).waitFor();
  });

  test('keeps what is typed when its texts cannot be read again, or come too late, and says so until they can', async () => {
    const frame = await openPage();
    const name = option(frame, 'Standard delivery').getByLabel('Name');
    await name.fill('Consegna {eta}');
    for (const unread of [
      () => Promise.reject(new Error('the database is gone')),
      () => new Promise<never>(() => {}),
    ]) {
      readTexts = unread;
      await saveBar().click();
      await frame.getByText('This part is shown as it was').waitFor();
      await takeShot(opened.page, 'translations-outdated');
      expect(await name.inputValue()).toBe('Consegna {eta}');
      expect(await name.evaluate((input) => input === document.activeElement)).toBe(true);
      readTexts = texts.readTexts;
      await frame.getByRole('button', { name: 'Try again' }).click();
      await frame.getByText('This part is shown as it was').waitFor({ state: 'detached' });
      expect(await name.inputValue()).toBe('Consegna {eta}');
    }
    await frame.getByText('One thing is to be corrected').waitFor();
  });

  test('fits a phone, and has no fault that axe finds there or on a desktop', async () => {
    const frame = await openPage(opened);
    for (const viewport of [DESKTOP, PHONE]) {
      await opened.page.setViewportSize(viewport);
      await language(frame).waitFor();
      expect(await axeViolations(frame)).toEqual([]);
      const { content, width } = await frame.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        width: window.innerWidth,
      }));
      expect(content).toBeLessThanOrEqual(width);
    }
    await takeShot(opened.page, 'translations-phone');
  });
});

describe('what the page is asked beyond its form', () => {
  test('a text of another shop is not there: 404 to be seen as to be saved', async () => {
    const frame = await openPage();
    await language(frame).waitFor();
    await shops.install(OTHER_SHOP);
    const [standard] = DEMO_OPTIONS;
    if (!standard) throw new Error('The demo shop has options.');
    const theirs = (await deliveryOptions.save(OTHER_SHOP, standard))._unsafeUnwrap();
    const id = `names:${theirs.id}`;
    const statuses = await frame.evaluate(async (unknown) => {
      const seen = await fetch(
        `/app/translations/preview?_data=routes%2Fapp.translations_.preview&id=${unknown}&language=it&text=x`,
      );
      const saved = await fetch('/app/translations?_data=routes%2Fapp.translations', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ intent: 'save', [`it/${unknown}`]: { text: 'x', was: '' } }),
      });
      return [seen.status, saved.status];
    }, id);
    expect(statuses).toEqual([404, 404]);
    expect((await deliveryOptions.list(OTHER_SHOP))[0]?.names).toEqual(standard.names);
  });
});
