import { err, ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CarrierService } from '#app/features/carrier-service/index.ts';
import { createDeliveryOptions, type KeptOption } from '#app/features/delivery-options/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import { createOptionPreviews } from '#app/features/promise/index.ts';
import { shopifyError } from '#app/gateways/shopify/errors.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP, type OpenPage, startBrowser } from '#test/support/browser.ts';
import { freshDatabase } from '#test/support/database.ts';
import { SHOP as SHOP_NAME, startEmbeddedApp } from '#test/support/embedded-app.ts';
import { pageServices } from '#test/support/page-services.ts';
import { takeShot } from '#test/support/screenshots.ts';
import { tiesUnderTest, UNREACHABLE } from '#test/support/ties-under-test.ts';

const SHOP = SHOP_NAME as ShopDomain;
const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
const NARROW = { width: 375, height: 812 };

const { database } = await freshDatabase();
const { shops, oneStockAccounts, carrierService } = tiesUnderTest(database);
const deliveryOptions = createDeliveryOptions(database, systemClock);
let methods: OneStockAccounts['deliveryMethods'];
let ownRates: CarrierService['shippingRateNames'];
const app = await startEmbeddedApp(
  pageServices({
    shops,
    oneStockAccounts: {
      ...oneStockAccounts,
      status: async () => ({ isConnected: true, timezone: 'Europe/Paris' }),
      deliveryMethods: (shop) => methods(shop),
    },
    carrierService: { ...carrierService, shippingRateNames: (shop) => ownRates(shop) },
    deliveryOptions,
    optionPreviews: createOptionPreviews({ shops, oneStockAccounts, deliveryOptions, clock: systemClock }),
  }),
);
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

const OWN_METHODS = [
  { id: 'standard', name: 'Standard home delivery' },
  { id: 'express', name: 'Express home delivery' },
  { id: 'ckc', name: 'Click and collect' },
];
const manyMethods = Array.from({ length: 300 }, (_, at) => ({ id: `method_${at}`, name: `Carrier ${at}` }));

let opened: OpenPage;
let saved: KeptOption[];
beforeEach(async () => {
  methods = async () => ok(OWN_METHODS);
  ownRates = async () => ok(['Economy', 'Standard']);
  await database.pool.query('delete from shop');
  for (const shop of [SHOP, OTHER_SHOP]) await shops.install(shop);
  await database.prisma.shop.updateMany({
    data: {
      currency: 'EUR',
      timezone: 'Europe/Paris',
      country: 'FR',
      locales: ['en', 'fr'],
      primaryLocale: 'en',
    },
  });
  await database.prisma.oneStockEndpoint.createMany({ data: storesOf(SHOP) });
  saved = [];
  for (const option of DEMO_OPTIONS) saved.push((await deliveryOptions.create(SHOP, option))._unsafeUnwrap());
  opened = await browser.open();
});
afterEach(() => opened.context.close());

function storesOf(shop: ShopDomain) {
  return Array.from({ length: 2_000 }, (_, at) => ({
    shop,
    endpointId: `store_${String(at).padStart(4, '0')}`,
    name: at === 1_234 ? 'Orléans République' : `Store ${at}`,
    country: 'FR',
    city: at === 1_234 ? 'Orléans' : 'Paris',
    collects: true,
    open: true,
  }));
}

async function openPage(path: string, locale = 'en', { page } = opened): Promise<Frame> {
  await page.goto(`${app.admin.appPage}${path}?locale=${locale}`);
  return vi.waitUntil(() => page.frame('app-iframe'));
}

const idOf = (handle: string) => saved.find((option) => option.handle === handle)?.id;
const openOption = (handle: string, locale?: string) => openPage(`/app/options/${idOf(handle)}`, locale);
const handles = async () => (await deliveryOptions.list(SHOP)).map(({ handle }) => handle);
const bar = () => opened.page.locator('#save-bar');
const save = () => bar().getByRole('button', { name: 'Save' }).click();
const field = (frame: Frame, path: string) => frame.locator(`[id="field-${path}"]`);
/** The form takes over once the first look has come. */
async function ready(frame: Frame): Promise<Frame> {
  await frame.getByText('At checkout', { exact: true }).waitFor();
  return frame;
}

async function expectToFit(frame: Frame): Promise<void> {
  const { content, width } = await frame.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    width: window.innerWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
}

describe('the list', () => {
  test('says of each option what it costs, where it is offered, and what bites', async () => {
    const alike = { ...DEMO_OPTIONS[0], handle: 'ALIKE' } as (typeof DEMO_OPTIONS)[number];
    await deliveryOptions.create(SHOP, alike);
    const frame = await openPage('/app/options');
    const row = frame.getByRole('row').filter({ hasText: 'ALIKE' });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/€4\.90, free from €60\.00.*7 countries.*None lately/);
    await row.getByRole('button', { name: /2 warnings/ }).click();
    await frame.getByText('STANDARD has the same name in English').waitFor();
    await takeShot(opened.page, 'options-list');
    expect(opened.faults).toEqual([]);
  });

  test('is put in another order from the keyboard, and the focus stays with the option', async () => {
    const frame = await openPage('/app/options');
    const up = frame.getByRole('button', { name: 'Move Collect at {store} up' });
    await up.focus();
    await opened.page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await handles()).toEqual(['STANDARD', 'COLLECT', 'EXPRESS']));
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
    await opened.page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await handles()).toEqual(['COLLECT', 'STANDARD', 'EXPRESS']));
    await frame.getByText('Collect at {store} is now number 1 of 3.').waitFor({ state: 'attached' });
    expect(opened.faults).toEqual([]);
  });

  test('switches an option off, copies it, puts it away and brings it back', async () => {
    const frame = await openPage('/app/options');
    const row = (handle: string) => frame.getByRole('row').filter({ hasText: `${handle} ·` });
    const act = async (handle: string, action: string) => {
      await row(handle).getByRole('button', { name: 'More actions' }).click();
      await frame.getByRole('menuitem', { name: action }).click();
    };
    await act('EXPRESS', 'Deactivate');
    await row('EXPRESS').getByText('Not active').waitFor();
    await act('STANDARD', 'Duplicate');
    await row('STANDARD-2').waitFor();
    await act('STANDARD-2', 'Archive');
    await row('STANDARD-2').waitFor({ state: 'detached' });
    await frame.getByRole('button', { name: 'Archived (1)' }).click();
    await act('STANDARD-2', 'Restore');
    await vi.waitFor(async () => expect(await handles()).toContain('STANDARD-2'));
    const now = await deliveryOptions.listAll(SHOP);
    expect(now.map(({ handle, active }) => [handle, active])).toEqual([
      ['STANDARD', true],
      ['STANDARD-2', false],
      ['EXPRESS', false],
      ['COLLECT', true],
    ]);
    expect(opened.faults).toEqual([]);
  });

  test('marks an option whose delivery method OneStock does not have any more', async () => {
    methods = async () => ok(OWN_METHODS.slice(1));
    const frame = await openPage('/app/options');
    const gone = frame.getByRole('row').filter({ hasText: 'Method gone' });
    await gone.waitFor();
    expect(await gone.count()).toBe(1);
    expect(await gone.textContent()).toContain('STANDARD');
  });

  test('is there while OneStock is not', async () => {
    methods = async () => err(UNREACHABLE);
    const frame = await openPage('/app/options', 'fr');
    await frame.getByText('EXPRESS ·').waitFor();
    await frame.getByText('La liste des modes de livraison n’a pas pu être lue').waitFor();
  });

  test('that is empty says what will fill it', async () => {
    await database.prisma.deliveryOption.deleteMany();
    const frame = await openPage('/app/options');
    await frame.getByText('It appears here with its price').waitFor();
    await takeShot(opened.page, 'options-empty');
    await frame.getByRole('link', { name: 'Add delivery option' }).last().click();
    await frame.getByRole('heading', { level: 1, name: 'New delivery option' }).waitFor();
  });
});

describe('a new option', () => {
  test('is made from one of three hundred delivery methods, seen as shoppers will, and saved', async () => {
    methods = async () => ok([...manyMethods, ...OWN_METHODS]);
    const frame = await openPage('/app/options/new');
    await frame.getByText('Preview', { exact: true }).waitFor();
    await field(frame, 'deliveryMethod').fill('express');
    await frame.getByRole('option', { name: 'Express home delivery (express)' }).click();
    expect(await field(frame, 'names.en').inputValue()).toBe('Express home delivery');
    await field(frame, 'handle').fill('FAST');
    await field(frame, 'price.amount').fill('9,90');
    await ready(frame);
    await frame.getByText(/Delivered to your door, .* by DHL, order before/).waitFor();
    await frame.getByRole('cell', { name: '€9.90' }).first().waitFor();
    await takeShot(opened.page, 'options-new');
    await save();
    await frame.getByRole('heading', { level: 1, name: 'Express home delivery' }).waitFor();
    const made = (await deliveryOptions.list(SHOP)).at(-1);
    expect(made).toMatchObject({
      handle: 'FAST',
      deliveryMethod: 'express',
      countries: ['FR'],
      price: { kind: 'fixed', amount: 990, freeFrom: null },
    });
    await bar().waitFor({ state: 'hidden' });
    expect(opened.faults).toEqual([]);
  });

  test('that cannot be saved says why beside each field, and keeps what was typed', async () => {
    const frame = await openPage('/app/options/new');
    await frame.getByText('Preview', { exact: true }).waitFor();
    await field(frame, 'handle').fill('STANDARD');
    await field(frame, 'names.en').fill('By {eta}');
    await field(frame, 'price.amount').fill('4.905');
    // Before any save, as it is typed.
    await frame.getByText('At most 2 decimals').waitFor();
    await frame.getByText('Another option has the handle STANDARD').waitFor();
    await frame.getByText('{eta} cannot be used here').waitFor();
    expect(await frame.getByText('Choose the OneStock delivery method.').count()).toBe(0);
    await save();
    await frame.getByText('4 things are to be corrected').waitFor();
    await frame.getByText('Choose the OneStock delivery method.').first().waitFor();
    await takeShot(opened.page, 'options-refused');
    expect(await field(frame, 'price.amount').inputValue()).toBe('4.905');
    expect(await field(frame, 'names.en').inputValue()).toBe('By {eta}');
    expect(await handles()).toHaveLength(3);
    expect(opened.faults).toEqual([]);
  });
});

describe('editing', () => {
  test('shows the words in each language and the price by basket as it is typed', async () => {
    const frame = await ready(await openOption('STANDARD'));
    await frame.getByRole('button', { name: 'French' }).first().click();
    await field(frame, 'names.fr').fill('Livraison douce');
    await frame.getByText('Livraison douce', { exact: true }).first().waitFor();
    await field(frame, 'price.freeFrom').fill('75');
    await frame.getByText('€74.99', { exact: true }).waitFor();
    await takeShot(opened.page, 'options-edit');
    await save();
    await opened.page.getByText('Saved', { exact: true }).waitFor();
    const [standard] = await deliveryOptions.list(SHOP);
    expect(standard).toMatchObject({ names: { fr: 'Livraison douce' }, price: { freeFrom: 7500 } });
    await bar().waitFor({ state: 'hidden' });
    expect(opened.faults).toEqual([]);
  });

  test('called as a rate that the merchant made in Shopify warns of it, and is saved all the same', async () => {
    const frame = await openOption('STANDARD', 'fr');
    await field(frame, 'names.en').fill('economy');
    const warning = frame.getByText(
      'L’un de vos propres tarifs d’expédition dans Shopify s’appelle « Economy »',
    );
    await warning.waitFor();
    await warning.scrollIntoViewIfNeeded();
    await takeShot(opened.page, 'options-own-rate-french');
    await bar().getByRole('button', { name: 'Save' }).click();
    await vi.waitFor(async () => expect((await deliveryOptions.list(SHOP))[0]?.names.en).toBe('economy'));

    ownRates = async () => err(shopifyError('shopify_unreachable'));
    const silent = await ready(await openOption('STANDARD'));
    expect(await silent.getByText('One of your own shipping rates').count()).toBe(0);
    expect(opened.faults).toEqual([]);
  });

  test('by two people: the second is told what differs, loses nothing, and chooses', async () => {
    const frame = await ready(await openOption('STANDARD'));
    await field(frame, 'names.en').fill('Mine');
    const theirs = { ...(DEMO_OPTIONS[0] as (typeof DEMO_OPTIONS)[number]), names: { en: 'Theirs' } };
    (await deliveryOptions.update(SHOP, idOf('STANDARD') ?? '', 1, theirs))._unsafeUnwrap();
    await save();
    await frame.getByText('Somebody else changed this option').waitFor();
    await frame.getByText('Different from yours: names.').waitFor();
    await takeShot(opened.page, 'options-conflict');
    expect(await field(frame, 'names.en').inputValue()).toBe('Mine');
    expect((await deliveryOptions.list(SHOP))[0]?.names).toEqual({ en: 'Theirs' });

    await frame.getByRole('button', { name: 'Keep mine' }).click();
    await save();
    await opened.page.getByText('Saved', { exact: true }).waitFor();
    expect((await deliveryOptions.list(SHOP))[0]?.names).toMatchObject({ en: 'Mine' });

    (await deliveryOptions.update(SHOP, idOf('STANDARD') ?? '', 3, theirs))._unsafeUnwrap();
    await field(frame, 'names.en').fill('Mine again');
    await save();
    await frame.getByRole('button', { name: 'Use theirs' }).click();
    await vi.waitFor(async () => expect(await field(frame, 'names.en').inputValue()).toBe('Theirs'));
    expect(opened.faults).toEqual([]);
  });

  test('goes on while OneStock is down: the method is typed, and the list can be asked for again', async () => {
    methods = async () => err(UNREACHABLE);
    const frame = await ready(await openOption('STANDARD', 'en'));
    await frame.getByText('OneStock’s list of delivery methods could not be read').waitFor();
    await field(frame, 'deliveryMethod').fill('standard_new');
    await takeShot(opened.page, 'options-onestock-down');
    await save();
    await opened.page.getByText('Saved', { exact: true }).waitFor();
    expect((await deliveryOptions.list(SHOP))[0]?.deliveryMethod).toBe('standard_new');
    methods = async () => ok(OWN_METHODS);
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByText('OneStock has no delivery method “standard_new” any more').waitFor();
    expect(await field(frame, 'deliveryMethod').inputValue()).toBe('standard_new');
    expect(opened.faults).toEqual([]);
  });

  test('finds a store among two thousand by its name without accents, and keeps it', async () => {
    const frame = await ready(await openOption('COLLECT'));
    await frame.getByText('2,000 stores are known').or(frame.getByText('2000 stores are known')).waitFor();
    await frame.getByText('Chosen ones', { exact: true }).click();
    await frame.getByText('1 to 20 of 2000').waitFor();
    await frame.getByRole('button', { name: 'Next stores' }).click();
    await frame.getByText('21 to 40 of 2000').waitFor();
    await frame.getByLabel('Add a store').fill('orleans repu');
    await frame.getByText('Orléans République · Orléans').click();
    await takeShot(opened.page, 'options-stores');
    await save();
    await opened.page.getByText('Saved', { exact: true }).waitFor();
    const collect = (await deliveryOptions.list(SHOP)).find(({ handle }) => handle === 'COLLECT');
    expect(collect?.stores).toEqual({ mode: 'list', endpointIds: ['store_1234'] });
    expect(opened.faults).toEqual([]);
  });
});

describe('another shop’s option', () => {
  test('is a page that does not exist, and nothing can be done to it', async () => {
    const [input] = DEMO_OPTIONS as [(typeof DEMO_OPTIONS)[number]];
    const { id } = (await deliveryOptions.create(OTHER_SHOP, input))._unsafeUnwrap();
    const frame = await openPage(`/app/options/${id}`);
    await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    const post = (path: string, body: object) =>
      frame.evaluate(
        async ([to, json]) => {
          const headers = { 'Content-Type': 'application/json' };
          return (await fetch(to as string, { method: 'POST', headers, body: json as string })).status;
        },
        [path, JSON.stringify(body)],
      );
    const list = '/app/options?index&_data=routes%2Fapp.options._index';
    expect(await post(list, { intent: 'archive', id })).toBe(404);
    expect(await post(list, { intent: 'reorder', ids: [id] })).toBe(404);
    expect(await post(`/app/options/${id}?_data=routes%2Fapp.options.%24id`, {})).toBe(404);
    expect(await deliveryOptions.list(OTHER_SHOP)).toMatchObject([{ id, archivedAt: null, version: 1 }]);
  });
});

test.each(['en', 'fr'])('the pages in %s fit a phone and have no fault that axe finds', async (locale) => {
  for (const [name, path] of [
    ['list', '/app/options'],
    ['new', '/app/options/new'],
    ['edit', `/app/options/${idOf('COLLECT')}`],
  ] as const) {
    await opened.page.setViewportSize(NARROW);
    const frame = await openPage(path, locale);
    if (name === 'list') await frame.getByText('COLLECT ·').waitFor();
    else
      await frame
        .getByRole('table')
        .or(frame.getByText(/appears when|apparaît dès/i))
        .first()
        .waitFor();
    for (const [size, viewport] of [
      ['phone', NARROW],
      ['desktop', DESKTOP],
    ] as const) {
      await opened.page.setViewportSize(viewport);
      await takeShot(opened.page, `options-${name}-${size}-${locale}`);
      await expectToFit(frame);
      expect(await axeViolations(frame)).toEqual([]);
    }
  }
  expect(opened.faults).toEqual([]);
});
